import type { Kysely } from 'kysely';
import type { Tables } from '../database/tables.ts';

/** A job that failed too often; kept until somebody looks at it. */
export interface DeadJob {
  readonly id: string;
  readonly kind: string;
  readonly attempts: number;
  readonly error: string;
  readonly diedAt: number;
}

/** The latest hundred. Payloads are left out: they may hold what only the receiver of a mail should read. */
export async function deadJobs(db: Kysely<Tables>): Promise<readonly DeadJob[]> {
  const rows = await db
    .selectFrom('jobs')
    .select(['id', 'kind', 'attempts', 'last_error', 'dead_at'])
    .where('dead_at', 'is not', null)
    .orderBy('dead_at', 'desc')
    .limit(100)
    .execute();
  return rows.map((row) => ({
    id: row.id,
    kind: row.kind,
    attempts: row.attempts,
    error: row.last_error ?? '',
    diedAt: row.dead_at ?? 0,
  }));
}

/** Gives a dead job its attempts back; false when there is no such dead job. */
export async function reviveJob(db: Kysely<Tables>, id: string, now: number): Promise<boolean> {
  const revived = await db
    .updateTable('jobs')
    .set({ dead_at: null, attempts: 0, run_at: now })
    .where('id', '=', id)
    .where('dead_at', 'is not', null)
    .executeTakeFirst();
  return revived.numUpdatedRows > 0n;
}

/** For metrics. */
export interface JobCounts {
  readonly waiting: number;
  readonly dead: number;
}

export async function countJobs(db: Kysely<Tables>): Promise<JobCounts> {
  const row = await db
    .selectFrom('jobs')
    .select((count) => [count.fn.countAll().as('all'), count.fn.count('dead_at').as('dead')])
    .executeTakeFirstOrThrow();
  return { waiting: Number(row.all) - Number(row.dead), dead: Number(row.dead) };
}
