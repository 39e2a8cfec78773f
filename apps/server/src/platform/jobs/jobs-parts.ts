import type { Clock } from '../clock/clock.ts';
import type { Database } from '../database/database.ts';
import type { Ids } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';

/** @param run.attempt from 1; @param run.jobId the same on each attempt, for deduplication */
export type JobWork<Payload> = (payload: Payload, run: JobRun) => Promise<void>;

export interface JobRun {
  readonly attempt: number;
  readonly jobId: string;
}

export interface JobsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  /** From 0 up to 1. */
  readonly chance: () => number;
  readonly settings?: Partial<JobSettings>;
}

export interface JobSettings {
  /** How long between two looks when nothing wakes the runner, in ms. */
  readonly pollMs: number;
  /** How long a claim holds; it is renewed while the job runs, so this only bounds the wait after a crash. */
  readonly leaseMs: number;
  readonly maxAttempts: number;
  /** Jobs at the same time in this process. */
  readonly slots: number;
  /** How long a stop waits for running jobs; what isn't done by then is claimed again when its lease has passed. */
  readonly stopMs: number;
}

export const SETTINGS: JobSettings = { pollMs: 1_000, leaseMs: 60_000, maxAttempts: 12, slots: 4, stopMs: 5_000 };
