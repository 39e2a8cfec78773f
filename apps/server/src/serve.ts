import { join } from 'node:path';
import { sql } from 'kysely';
import type { FastifyInstance } from 'fastify';
import { openBus } from './platform/bus/index.ts';
import { systemClock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import { prepareDataFolder } from './platform/config/data-folder.ts';
import type { Database } from './platform/database/database.ts';
import { migrate } from './platform/database/migrate.ts';
import { readInstallation } from './platform/database/installation.ts';
import { openDatabase } from './platform/database/open-database.ts';
import { Ends } from './ends.ts';
import { holdDatabase } from './platform/hold/hold-database.ts';
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
  const ends = new Ends();
  try {
    const database = await openDatabase(config, log);
    ends.add(() => database.close());
    const hold = await holdDatabase({ config, log, onLost: () => stopBecauseLost(log) });
    ends.add(() => hold.release());
    const ran = await migrate(database, join(ROOT, 'migrations'), systemClock.now);
    if (ran.length > 0) log.info({ migrations: ran }, 'the database has the newest schema');
    const platform = await createPlatform(config, log, database);
    ends.add(() => platform.bus.close());
    return await serveFrom(platform, ends);
  } catch (error) {
    await ends.run();
    throw error;
  }
}

async function createPlatform(config: Config, log: Log, database: Database): Promise<Platform> {
  const [ids, metrics, clock] = [createIds(systemClock), createMetrics(), systemClock];
  // A database file is never shared, so a server on one has nobody to talk to.
  const redisUrl = config.databaseUrl === null ? null : config.redisUrl;
  const installation = await readInstallation(database);
  const bus = await openBus({ redisUrl, installation, nodeId: ids.next(), clock, log, metrics });
  return { config, log, database, bus, ids, clock, metrics };
}

/** As on a signal: what was taken is finished. Another server works on the database already, which the row locks bear. */
function stopBecauseLost(log: Log): void {
  log.fatal('another server took the database while the connection to it was broken: this one stops');
  process.kill(process.pid, 'SIGTERM');
}

async function serveFrom(platform: Platform, ends: Ends): Promise<RunningServer> {
  const { config } = platform;
  const slices = createSlices(platform);
  const ownOrigin = createOwnOrigin(config.baseUrl, () => config.port);
  const app = await createHttp({ ...platform, ownOrigin, readSession: slices.readSession });
  try {
    addLiveAndRoutes(app, { platform, slices, ownOrigin });
    await serveWeb(app, join(ROOT, 'apps/web/dist'));
    const isFirstRun = await slices.isFirstRun();
    await listen(app, config);
    slices.start();
    return { isFirstRun, stop: () => stop(app, slices, ends) };
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

async function stop(app: FastifyInstance, slices: Slices, ends: Ends): Promise<void> {
  const cut = setTimeout(() => app.server.closeAllConnections(), UNFINISHED_REQUESTS_MS);
  await app.close();
  clearTimeout(cut);
  await slices.stop();
  await ends.run();
}
