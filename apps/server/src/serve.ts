import { join } from 'node:path';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { systemClock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { prepareDataFolder } from './platform/config/data-folder.ts';
import type { Database } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { createCallerAddresses } from './platform/http/caller-address.ts';
import { createHttp } from './platform/http/create-http.ts';
import { healthRoutes } from './platform/http/health-routes.ts';
import { listen } from './platform/http/listen.ts';
import { createOwnOrigin } from './platform/http/own-origin.ts';
import type { OwnOrigin } from './platform/http/own-origin.ts';
import { serveWeb } from './platform/http/serve-web.ts';
import { createIds } from './platform/ids/ids.ts';
import { createLive } from './platform/live/index.ts';
import type { Log } from './platform/log/log.ts';
import { createMetrics } from './platform/metrics/create-metrics.ts';
import { createSlices } from './slices.ts';
import type { Platform, Slices } from './slices.ts';

export interface RunningServer {
  /** Whether nobody has signed up yet. */
  readonly isFirstRun: boolean;
  /** Stops accepting, lets sockets come back later, finishes what was taken, closes the database. */
  stop(): Promise<void>;
}

const ROOT = join(import.meta.dirname, '../../..');
const UNFINISHED_REQUESTS_MS = 4_000;

/** Puts the whole server together and listens. Throws a StartError for what the person who starts it can mend. */
export async function serve(config: Config, log: Log): Promise<RunningServer> {
  prepareDataFolder(config.dataDir);
  const database = await openDatabase(config, log);
  try {
    const ran = await migrate(database, join(ROOT, 'migrations'), systemClock.now);
    if (ran.length > 0) log.info({ migrations: ran }, 'the database has the newest schema');
    return await serveFrom(createPlatform(config, log, database));
  } catch (error) {
    await database.close();
    throw error;
  }
}

function createPlatform(config: Config, log: Log, database: Database): Platform {
  const ids = createIds(systemClock);
  return { config, log, database, ids, clock: systemClock, metrics: createMetrics() };
}

async function serveFrom(platform: Platform): Promise<RunningServer> {
  const { config, database } = platform;
  const slices = createSlices(platform);
  const ownOrigin = createOwnOrigin(config.baseUrl, () => config.port);
  const app = await createHttp({ ...platform, ownOrigin, readSession: slices.readSession });
  try {
    addLiveAndRoutes(app, { platform, slices, ownOrigin });
    await serveWeb(app, join(ROOT, 'apps/web/dist'));
    const isFirstRun = await slices.isFirstRun();
    await listen(app, config);
    slices.start();
    return { isFirstRun, stop: () => stop(app, slices, database) };
  } catch (error) {
    await app.close();
    await slices.stop();
    throw error;
  }
}

interface Wiring {
  readonly platform: Platform;
  readonly slices: Slices;
  readonly ownOrigin: OwnOrigin;
}

function addLiveAndRoutes(app: FastifyInstance, { platform, slices, ownOrigin }: Wiring): void {
  const { config, database, metrics } = platform;
  const callerAddresses = createCallerAddresses(config.trustProxy);
  const { readSession } = slices;
  const live = createLive({ ...platform, server: app.server, readSession, ownOrigin, callerAddresses });
  let isStopping = false;
  app.addHook('preClose', async () => {
    isStopping = true;
    await live.close();
  });
  const checkReady = async (): Promise<void> => {
    if (isStopping) throw new Error('the server is stopping');
    await sql`select 1`.execute(database.kysely);
  };
  healthRoutes(app, { metrics, metricsToken: config.metricsToken, checkReady });
  slices.attach(app, live);
}

async function stop(app: FastifyInstance, slices: Slices, database: Database): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), UNFINISHED_REQUESTS_MS);
  await app.close();
  clearTimeout(cut);
  await slices.stop();
  await database.close();
}
