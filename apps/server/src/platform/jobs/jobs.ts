import type { Transaction } from 'kysely';
import type { z } from 'zod';
import type { Tables } from '../database/tables.ts';
import { countJobs, deadJobs, reviveJob, type DeadJob, type JobCounts } from './dead-jobs.ts';
import { createJobRunner, type JobHandler } from './job-runner.ts';
import { SETTINGS, type JobsParts, type JobWork } from './jobs-parts.ts';

/**
 * Work that must happen after a change, even when the process dies in between. A job is stored by the transaction
 * of the change itself and runs at least once; so a handler must bear to run twice.
 */
export interface Jobs {
  /** Stores a job with the caller's change; it runs soon after the commit, or not before `runAt` (epoch ms). */
  enqueue(tx: Transaction<Tables>, kind: string, payload: unknown, when?: { readonly runAt: number }): Promise<void>;
  /** Says who does a kind of job. Jobs of kinds nobody here knows stay for a node that does. */
  handle<Payload>(kind: string, schema: z.ZodType<Payload>, work: JobWork<Payload>): void;
  /** Begins to look for work; call it when all kinds are known. */
  start(): void;
  /** Looks for work now: call it after a commit that should not wait for the next look. */
  wake(): void;
  /** Takes no new job and waits for the running ones, within bounds: a hanging one runs again another time. */
  stop(): Promise<void>;
  /** The latest hundred jobs that failed too often. */
  dead(): Promise<readonly DeadJob[]>;
  revive(id: string): Promise<boolean>;
  counts(): Promise<JobCounts>;
}

/** After this long most transactions that enqueue have committed; the next look finds the others. */
const COMMIT_MS = 20;

export function createJobs(parts: JobsParts): Jobs {
  const { database, clock, ids } = parts;
  const handlers = new Map<string, JobHandler>();
  const runner = createJobRunner({ ...parts, handlers, settings: { ...SETTINGS, ...parts.settings } });
  return {
    async enqueue(tx, kind, payload, when) {
      const now = clock.now();
      const job = { id: ids.next(), kind, payload: payloadText(handlers.get(kind), payload) };
      await tx
        .insertInto('jobs')
        .values({ ...job, ...FRESH, run_at: when?.runAt ?? now, created_at: now })
        .execute();
      setTimeout(runner.wake, COMMIT_MS).unref();
    },
    handle(kind, schema, work) {
      if (handlers.has(kind)) throw new Error(`two handlers for jobs of kind ${kind}`);
      handlers.set(kind, { schema, run: (payload, run) => work(schema.parse(payload), run) });
    },
    start: runner.start,
    wake: runner.wake,
    stop: runner.stop,
    dead: () => deadJobs(database.kysely),
    async revive(id) {
      const revived = await reviveJob(database.kysely, id, clock.now());
      runner.wake();
      return revived;
    },
    counts: () => countJobs(database.kysely),
  };
}

const FRESH = { attempts: 0, locked_until: null, locked_by: null, last_error: null, dead_at: null };

/** Where the kind is known a wrong payload fails the change that made it, not the job long afterwards. */
function payloadText(handler: JobHandler | undefined, payload: unknown): string {
  handler?.schema.parse(payload);
  return JSON.stringify(payload ?? null);
}
