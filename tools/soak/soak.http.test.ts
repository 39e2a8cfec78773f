import { expect, test } from 'vitest';
import { findPostgres } from '../test/find-postgres.ts';
import { findRedis } from '../test/find-redis.ts';
import { runSoak } from './run-soak.ts';

const WELL = { lost: 0, doubled: 0, diverged: 0, wrong: [] };
const some = { people: 10, boards: 3, seed: 7, nodes: 1, databaseUrl: null };

test('nothing is lost, doubled or different on one server whose people lose their connection', async () => {
  const result = await runSoak({ ...some, seconds: 7, actsPerSecond: 80 }, () => {});
  expect(result).toMatchObject(WELL);
  expect(result.commands).toBeGreaterThan(200);
  expect(result.reconnects).toBeGreaterThan(0);
}, 60_000);

const databaseUrl = await findPostgres(process.env.TEST_DATABASE_URL);
const hasRedis = await findRedis();

test.runIf(databaseUrl !== null && hasRedis)(
  'nor on three servers that are killed, and Redis with them',
  async () => {
    const result = await runSoak({ ...some, databaseUrl, nodes: 3, seconds: 12, actsPerSecond: 60 }, () => {});
    expect(result).toMatchObject(WELL);
    expect(result.commands).toBeGreaterThan(200);
    expect(result.kills).toBeGreaterThanOrEqual(2);
  },
  90_000,
);
