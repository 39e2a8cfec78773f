import { fork } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { openDatabase } from '../../apps/server/src/platform/database/open-database.ts';
import { createLog } from '../../apps/server/src/platform/log/create-log.ts';
import { createChance } from '../../bench/world/chance.ts';
import { createBalancer } from '../cluster/balancer.ts';
import { freePort } from '../cluster/free-port.ts';
import { startServerProcess } from '../cluster/server-process.ts';
import type { ServerProcess } from '../cluster/server-process.ts';
import { Gauges } from './gauges.ts';
import { judge } from './judge.ts';
import type { Verdict } from './judge.ts';
import type { SoakOptions } from './options.ts';
import { createOwnDatabase } from './own-database.ts';
import type { OwnDatabase } from './own-database.ts';
import { createOwnRedis } from './own-redis.ts';
import type { OwnRedis } from './own-redis.ts';
import type { Begin, Settle } from './people.ts';
import { signUpPeople } from './sign-up-people.ts';
import type { PageReport } from './soak-page.ts';

export interface SoakResult extends Verdict {
  /** How often a server, or Redis, was killed. */
  readonly kills: number;
  readonly rssBytes: number;
  readonly rssGrowthBytes: number;
  readonly lagP99Ms: number;
}

type Say = (sentence: string) => void;

interface World {
  readonly options: SoakOptions;
  readonly say: Say;
  readonly database: OwnDatabase;
  readonly redis: OwnRedis | null;
  readonly servers: ServerProcess[];
  readonly url: string;
}

const SETTLE_WITHIN_MS = 40_000;

/** Lets simulated people work on real servers while things break, then compares what everybody has. */
export async function runSoak(options: SoakOptions, say: Say): Promise<SoakResult> {
  await using ends = new AsyncDisposableStack();
  const database = await createOwnDatabase(options.databaseUrl);
  ends.defer(() => database.drop());
  const redis = options.nodes > 1 ? await createOwnRedis() : null;
  await redis?.start();
  ends.defer(async () => redis?.kill());
  const servers: ServerProcess[] = [];
  ends.defer(async () => void (await Promise.all(servers.map((server) => server.kill('SIGKILL')))));
  for (let made = 0; made < options.nodes; made += 1) {
    servers.push(await startServerProcess(await freePort(), environment(database, redis)));
  }
  const balancer = createBalancer(servers.map(({ port }) => port)).listen(0, '127.0.0.1');
  await once(balancer, 'listening');
  ends.defer(() => {
    balancer.close().closeAllConnections();
  });
  const address = balancer.address();
  const url = `http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
  return await work({ options, say, database, redis, servers, url });
}

async function work(world: World): Promise<SoakResult> {
  const { options, say, database, url } = world;
  say(`signing up ${options.people} people on ${options.boards} boards (seed ${options.seed})`);
  const people = await signUpPeople(url, options.people, options.boards);
  const child = fork(join(import.meta.dirname, 'people.ts'));
  try {
    const gauges = new Gauges(world.servers.map((server) => server.url));
    const begin: Begin = { do: 'begin', url, people, actsPerSecond: options.actsPerSecond, seed: options.seed };
    child.send(begin);
    say(`working for ${options.seconds} s on ${options.nodes} server(s)`);
    const kills = await breakThings(world, gauges);
    const settle: Settle = { do: 'settle', withinMs: SETTLE_WITHIN_MS };
    const answered = once(child, 'message') as Promise<[readonly PageReport[]]>;
    child.send(settle);
    const measured = gauges.stop();
    const [reports] = await answered;
    const opened = await openDatabase(database, createLog('error'));
    try {
      return { ...(await judge(opened, reports)), kills, ...measured };
    } finally {
      await opened.close();
    }
  } finally {
    child.kill('SIGKILL');
  }
}

/** Takes the whole time; with several servers, they and Redis are killed in turns and come back. */
async function breakThings(world: World, gauges: Gauges): Promise<number> {
  const { options, servers, redis, say } = world;
  const endsAt = performance.now() + options.seconds * 1_000;
  const left = (): number => endsAt - performance.now();
  const chance = createChance(options.seed + 1_000_000);
  const pause = Math.max(2_500, Math.min(20_000, (options.seconds * 1_000) / 8));
  let kills = 0;
  while (left() > 0) {
    await sleep(Math.min(left(), pause));
    if (redis === null || left() < 3_000) continue;
    kills += 1;
    if (kills % 3 === 2) {
      say('Redis is killed, and back after two seconds');
      await redis.kill();
      await sleep(2_000);
      await redis.start();
    } else {
      const at = Math.floor(chance() * servers.length);
      await restart(world, at);
      gauges.forget(servers[at]?.url ?? '');
    }
  }
  return kills;
}

async function restart({ servers, database, redis, say }: World, at: number): Promise<void> {
  const server = servers[at];
  if (server === undefined) return;
  say(`server ${at + 1} is killed, and started again`);
  await server.kill('SIGKILL');
  servers[at] = await startServerProcess(server.port, environment(database, redis));
}

function environment({ dataDir, databaseUrl }: OwnDatabase, redis: OwnRedis | null): NodeJS.ProcessEnv {
  return {
    HOST: '127.0.0.1',
    DATA_DIR: dataDir,
    DATABASE_URL: databaseUrl ?? '',
    REDIS_URL: redis?.url ?? '',
    BASE_URL: '',
    SMTP_URL: '',
    LOG_LEVEL: 'warn',
    TRUST_PROXY: '127.0.0.1',
    REQUESTS_PER_MINUTE: '10000000',
    METRICS_TOKEN: '',
  };
}

async function sleep(milliseconds: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, milliseconds));
}
