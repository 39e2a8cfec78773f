import { randomBytes } from 'node:crypto';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { describe, expect, onTestFinished, test, vi } from 'vitest';
import { StartError } from '../config/start-error.ts';
import { holdDatabase } from './hold-database.ts';
import type { Hold } from './hold.ts';

const SERVER_URL = process.env['TEST_DATABASE_URL'];
const log = pino({ enabled: false });

interface Asked {
  readonly dataDir?: string;
  readonly databaseUrl?: string;
  readonly redisUrl?: string;
  readonly onLost?: () => void;
}

async function hold({ dataDir = '', databaseUrl, redisUrl, onLost = () => {} }: Asked): Promise<Hold> {
  const config = { dataDir, databaseUrl: databaseUrl ?? null, redisUrl: redisUrl ?? null };
  const held = await holdDatabase({ config, log, onLost });
  onTestFinished(() => held.release().catch(() => {}));
  return held;
}

function aFolder(): string {
  const folder = mkdtempSync(join(tmpdir(), 'talka-hold-'));
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

async function aSchema(): Promise<{ readonly url: string; run(statement: string): Promise<void> }> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: SERVER_URL ?? '' });
  await client.connect();
  const schema = `hold_${randomBytes(6).toString('hex')}`;
  await client.query(`create schema ${schema}`);
  onTestFinished(async () => {
    await client.query(`drop schema ${schema}`);
    await client.end();
  });
  const url = new URL(SERVER_URL ?? '');
  url.searchParams.set('options', `-c search_path=${schema}`);
  url.searchParams.set('application_name', schema);
  return { url: url.href, run: async (statement) => void (await client.query(statement.replaceAll('SCHEMA', schema))) };
}

describe('a data folder', () => {
  test('belongs to one server, and to the next once that has ended', async () => {
    const dataDir = aFolder();
    const first = await hold({ dataDir });
    await expect(hold({ dataDir })).rejects.toThrow(
      `Another Talka server is running on the data folder ${dataDir}. Stop it first, or give this one a DATA_DIR of its own.`,
    );
    await expect(hold({ dataDir: aFolder() })).resolves.toBeDefined();
    await first.release();
    await expect(hold({ dataDir })).resolves.toBeDefined();
  });

  test('is waited for while the server before is stopping', async () => {
    const dataDir = aFolder();
    const first = await hold({ dataDir });
    setTimeout(() => void first.release(), 500);
    await expect(hold({ dataDir })).resolves.toBeDefined();
  });
});

describe.runIf(SERVER_URL)('a PostgreSQL database', () => {
  test('belongs to one server without a bus', async () => {
    const { url: databaseUrl } = await aSchema();
    const first = await hold({ databaseUrl });
    const second = hold({ databaseUrl });
    await expect(second).rejects.toThrow(StartError);
    await expect(second).rejects.toThrow('Several servers need REDIS_URL');
    await first.release();
    await expect(hold({ databaseUrl })).resolves.toBeDefined();
  });

  test('is shared by servers with a bus, but not with one without', async () => {
    const { url: databaseUrl } = await aSchema();
    const redisUrl = 'redis://127.0.0.1:6379';
    const shared = [await hold({ databaseUrl, redisUrl }), await hold({ databaseUrl, redisUrl })];
    await expect(hold({ databaseUrl })).rejects.toThrow('Another Talka server is running on this database.');
    for (const one of shared) await one.release();
    await hold({ databaseUrl });
    await expect(hold({ databaseUrl, redisUrl })).rejects.toThrow('Another Talka server without REDIS_URL is running');
  });

  test('is held again after the connection broke', async () => {
    const { url: databaseUrl, run } = await aSchema();
    const onLost = vi.fn<() => void>();
    await hold({ databaseUrl, onLost });
    await run(`select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'SCHEMA'`);
    await new Promise((resolve) => setTimeout(resolve, 500));
    await expect(hold({ databaseUrl })).rejects.toThrow(StartError);
    expect(onLost).not.toHaveBeenCalled();
  });
});
