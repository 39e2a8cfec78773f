import { randomBytes } from 'node:crypto';
import type { FastifyInstance } from 'fastify';
import type { Clock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Ids } from './platform/ids/ids.ts';
import { createJobs } from './platform/jobs/index.ts';
import type { Live } from './platform/live/index.ts';
import type { Log } from './platform/log/log.ts';
import { createMail } from './platform/mail/index.ts';
import type { Metrics } from './platform/metrics/metrics.ts';
import type { ReadSession } from './platform/session/session.ts';

/** What the nouns stand on. */
export interface Platform {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly database: Database;
}

/** All nouns at work, wired together. */
export interface Slices {
  readonly readSession: ReadSession;
  /** Whether nobody has signed up yet. */
  isFirstRun(): Promise<boolean>;
  /** Adds the routes and takes the frames of the live channel; before listening. */
  attach(app: FastifyInstance, live: Live): void;
  /** Begins the work behind the scenes; after listening. */
  start(): void;
  /** Finishes what was taken, when no request and no socket is left. */
  stop(): Promise<void>;
}

export function createSlices({ config, log, clock, ids, database }: Platform): Slices {
  const jobs = createJobs({ database, clock, ids, log, chance });
  createMail({ config, jobs, log });
  return {
    readSession: async () => null,
    isFirstRun: async () => true,
    attach(_app, live) {
      live.handle({ opened() {}, frame() {}, closed() {} });
    },
    start: () => jobs.start(),
    stop: () => jobs.stop(),
  };
}

/** From 0 up to 1. */
function chance(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32;
}
