import type { BoardId } from '@talka/domain/kernel';
import { sql } from 'kysely';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** A line of a board's or a task's history. */
interface HistoryLine {
  readonly seq: number;
  readonly part: number;
  /** Epoch milliseconds. */
  readonly at: number;
  readonly actorId: string;
  readonly actorName: string;
  readonly taskId: string | null;
  readonly kind: string;
  /** What it tells; `{ isLong: true }` where that is too long for a list (a description that was replaced). */
  readonly data: Readonly<Record<string, unknown>>;
}

/** A line's place: one command may have told several things. */
interface HistoryPlace {
  readonly seq: number;
  readonly part: number;
}

interface HistoryAsked {
  readonly boardId: BoardId;
  /** Null for the whole board's. */
  readonly taskId: string | null;
  /** Only lines before this one. */
  readonly before: HistoryPlace | null;
  readonly limit: number;
}

/** Longer than any line but those that keep a whole text; two hundred of these would be megabytes. */
const LONG_DATA = 4_000;

/** The latest lines, oldest first. */
export async function readHistory(db: Db, { boardId, taskId, before, limit }: HistoryAsked) {
  let query = db
    .selectFrom('history')
    .leftJoin('users', 'users.id', 'history.actor_id')
    .select(['seq', 'part', 'at', 'actor_id', 'task_id', 'kind', 'users.name as actor_name'])
    .select(sql<string>`case when length(data) > ${LONG_DATA} then '{"isLong":true}' else data end`.as('data'))
    .where('board_id', '=', boardId)
    .orderBy('seq', 'desc')
    .orderBy('part', 'desc')
    .limit(limit);
  if (taskId !== null) query = query.where('task_id', '=', taskId);
  if (before !== null) {
    const { seq, part } = before;
    query = query.where((eb) => eb.or([eb('seq', '<', seq), eb.and([eb('seq', '=', seq), eb('part', '<', part)])]));
  }
  const rows = await query.execute();
  return rows.toReversed().map((row): HistoryLine => ({
    seq: row.seq,
    part: row.part,
    at: row.at,
    actorId: row.actor_id,
    actorName: row.actor_name ?? '',
    taskId: row.task_id,
    kind: row.kind,
    data: JSON.parse(row.data) as Record<string, unknown>,
  }));
}
