import type { Kysely } from 'kysely';
import type { Database } from '../database/database.ts';
import type { Tables } from '../database/tables.ts';
import type { JobTable } from './tables.ts';

/** A job as claimed: nobody else runs it until `lockedUntil`. */
export interface ClaimedJob {
  readonly id: string;
  readonly kind: string;
  readonly payload: string;
  /** From 1. */
  readonly attempt: number;
  readonly claim: string;
}

/** What to claim: at most `limit` jobs of kinds this node knows. */
export interface Claim {
  readonly by: string;
  readonly kinds: readonly string[];
  readonly now: number;
  readonly lockedUntil: number;
  readonly limit: number;
}

/** Locks due jobs, oldest first; `skipLocked` lets many nodes claim at the same time without waiting for another. */
export async function claimJobs(database: Database, claim: Claim): Promise<readonly ClaimedJob[]> {
  if (claim.kinds.length === 0 || claim.limit < 1) return [];
  const due = dueJobs(database, claim);
  const rows = await database.kysely
    .updateTable('jobs')
    .set((row) => ({ locked_by: claim.by, locked_until: claim.lockedUntil, attempts: row('attempts', '+', 1) }))
    .where('id', 'in', due)
    .returning(['id', 'kind', 'payload', 'attempts'])
    .execute();
  return rows.map(({ attempts, ...row }) => ({ ...row, attempt: attempts, claim: claim.by }));
}

/** The three ends of a run do nothing when the job was claimed anew meanwhile; they say whether they held. */
export async function finishJob(db: Kysely<Tables>, job: ClaimedJob): Promise<boolean> {
  const ended = await db
    .deleteFrom('jobs')
    .where('id', '=', job.id)
    .where('locked_by', '=', job.claim)
    .executeTakeFirst();
  return ended.numDeletedRows > 0n;
}

export function retryJob(db: Kysely<Tables>, job: ClaimedJob, at: { runAt: number; error: string }): Promise<boolean> {
  return release(db, job, { run_at: at.runAt, last_error: at.error });
}

export function buryJob(db: Kysely<Tables>, job: ClaimedJob, at: { now: number; error: string }): Promise<boolean> {
  return release(db, job, { dead_at: at.now, last_error: at.error });
}

/** Keeps a long run from being claimed by another node. */
export async function renewJob(db: Kysely<Tables>, job: ClaimedJob, lockedUntil: number): Promise<void> {
  await db
    .updateTable('jobs')
    .set({ locked_until: lockedUntil })
    .where('id', '=', job.id)
    .where('locked_by', '=', job.claim)
    .execute();
}

function dueJobs(database: Database, claim: Claim) {
  const due = database.kysely
    .selectFrom('jobs')
    .select('id')
    .where('dead_at', 'is', null)
    .where('run_at', '<=', claim.now)
    .where((row) => row.or([row('locked_until', 'is', null), row('locked_until', '<=', claim.now)]))
    .where('kind', 'in', claim.kinds)
    .orderBy('run_at')
    .orderBy('id')
    .limit(claim.limit);
  return database.engine === 'postgres' ? due.forUpdate().skipLocked() : due;
}

async function release(db: Kysely<Tables>, job: ClaimedJob, change: Partial<JobTable>): Promise<boolean> {
  const ended = await db
    .updateTable('jobs')
    .set({ ...change, locked_by: null, locked_until: null })
    .where('id', '=', job.id)
    .where('locked_by', '=', job.claim)
    .executeTakeFirst();
  return ended.numUpdatedRows > 0n;
}
