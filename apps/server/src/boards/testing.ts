import { mkdtemp, readdir, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { vi } from 'vitest';
import { createLoneBus } from '../platform/bus/index.ts';
import type { Bus } from '../platform/bus/index.ts';
import { createTestClock } from '../platform/clock/testing.ts';
import type { TestClock } from '../platform/clock/testing.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import { createCallerAddresses } from '../platform/http/caller-address.ts';
import { createHttp } from '../platform/http/create-http.ts';
import { createOwnOrigin } from '../platform/http/own-origin.ts';
import { portOf } from '../platform/http/testing.ts';
import { createIds } from '../platform/ids/ids.ts';
import type { Ids } from '../platform/ids/ids.ts';
import { createLive } from '../platform/live/index.ts';
import type { LiveLimits } from '../platform/live/live-limits.ts';
import { createMetrics } from '../platform/metrics/create-metrics.ts';
import { createSlices } from '../slices.ts';
import { TestPerson } from './testing/test-person.ts';

/** The real server with every noun, on a free port. */
export interface BoardsServer {
  /** `http://127.0.0.1:PORT`. */
  readonly url: string;
  readonly database: Database;
  readonly clock: TestClock;
  readonly ids: Ids;
  /** What the server logged as warnings and errors. */
  readonly complaints: readonly string[];
  /** Signs somebody up over HTTP; they come from an address of their own. */
  signUp(name: string): Promise<TestPerson>;
  /** Somebody who isn't signed in. */
  nobody(): TestPerson;
  /** Waits for so many mails in the outbox, to such addresses, and gives them, oldest first. */
  mails(count: number, to?: RegExp): Promise<readonly KeptMail[]>;
  stop(): Promise<void>;
}

export interface KeptMail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  /** The secret in its link. */
  readonly secret: string;
}

export interface BoardsServerOptions {
  readonly limits?: Partial<LiveLimits>;
  /** To other servers on the same database. */
  readonly bus?: Bus;
}

/** Starts the server on a database; the test stops it, before the database is dropped. */
export async function aServerWithBoards(database: Database, options: BoardsServerOptions = {}): Promise<BoardsServer> {
  const clock = createTestClock();
  const ids = createIds(clock);
  const complaints: string[] = [];
  const log = pino({ level: 'warn' }, { write: (line) => void complaints.push(line) });
  const dataDir = await mkdtemp(join(tmpdir(), 'talka-boards-'));
  const metrics = createMetrics();
  const config = testConfig(dataDir);
  const slices = createSlices({ config, log, clock, ids, metrics, database, bus: options.bus ?? createLoneBus() });
  const { readSession } = slices;
  const ownOrigin = createOwnOrigin(config.baseUrl, () => portOf(app));
  const app: FastifyInstance = await createHttp({ config, log, ids, metrics, readSession, ownOrigin });
  const callerAddresses = createCallerAddresses(config.trustProxy);
  const parts = { log, clock, ids, metrics, readSession, ownOrigin, callerAddresses };
  const live = createLive({ ...parts, server: app.server, limits: { closeWithin: 300, ...options.limits } });
  app.addHook('preClose', () => live.close());
  slices.attach(app, live);
  await app.listen({ host: '127.0.0.1', port: 0 });
  slices.start();
  const url = `http://127.0.0.1:${portOf(app)}`;
  let people = 0;
  const someone = (name: string): TestPerson =>
    new TestPerson({ url, name, address: `10.0.${(people += 1) >> 8}.${people & 255}` });
  return {
    url,
    database,
    clock,
    ids,
    complaints,
    nobody: () => someone('nobody'),
    async signUp(name) {
      const person = someone(name);
      await person.signUp();
      return person;
    },
    mails: (count, to = /./) =>
      vi.waitFor(async () => atLeast(count, await mailsIn(join(dataDir, 'outbox'), to)), PATIENCE),
    async stop() {
      await app.close();
      await slices.stop();
      await rm(dataDir, { recursive: true, force: true });
    },
  };
}

function testConfig(dataDir: string): Config {
  return {
    port: 0,
    host: '127.0.0.1',
    dataDir,
    baseUrl: 'http://localhost:3000',
    databaseUrl: null,
    redisUrl: null,
    smtpUrl: null,
    mailFrom: 'talka@example.com',
    logLevel: 'warn',
    trustProxy: ['127.0.0.1'],
    requestsPerMinute: 100_000,
    metricsToken: null,
  };
}

const PATIENCE = { timeout: 5_000, interval: 20 };

function atLeast(count: number, mails: readonly KeptMail[]): readonly KeptMail[] {
  if (mails.length < count) throw new Error(`only ${mails.length} of ${count} mails`);
  return mails;
}

async function mailsIn(folder: string, to: RegExp): Promise<readonly KeptMail[]> {
  const files = (await readdir(folder).catch(() => [])).filter((file) => file.endsWith('.eml')).toSorted();
  const mails = await Promise.all(files.map(async (file) => keptMail(await readFile(join(folder, file), 'utf8'))));
  return mails.filter((mail) => to.test(mail.to));
}

/** Undoes the soft line breaks of quoted-printable, which may fall into the link. */
function keptMail(raw: string): KeptMail {
  const text = raw.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return {
    to: /^To: (.*)$/m.exec(text)?.[1]?.trim() ?? '',
    subject: /^Subject: (.*(?:\r\n[ \t].*)*)/m.exec(text)?.[1]?.trim() ?? '',
    text,
    secret: /#([A-Za-z0-9_-]{43})/.exec(text)?.[1] ?? '',
  };
}
