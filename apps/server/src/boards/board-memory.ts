import type { BoardId, Row, Store } from '@talka/domain/kernel';
import { boardStore } from '@talka/domain/wire';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { CommitStream } from './commit-stream.ts';
import type { RowStore } from './row-store.ts';

/** A board in memory: the same store as in the browser, at a committed sequence number. */
export interface BoardMemory {
  readonly boardId: BoardId;
  readonly accountId: string;
  readonly store: Store;
  seq: number;
  /** What was committed here or heard from other nodes, and isn't in memory or with the pages yet. */
  readonly stream: CommitStream;
}

type Db = Kysely<Tables>;

/** Reads a whole board; null when there is none of this id. Where other nodes may write, `db` must be a snapshot. */
export async function loadBoardMemory(
  db: Db,
  rowStores: readonly RowStore[],
  boardId: BoardId,
): Promise<BoardMemory | null> {
  const board = await db
    .selectFrom('boards')
    .select(['account_id', 'seq'])
    .where('id', '=', boardId)
    .executeTakeFirst();
  if (board === undefined) return null;
  const store = boardStore();
  for (const { table, rows } of await readHeld(db, rowStores, boardId)) store.load(table, rows);
  return { boardId, accountId: board.account_id, store, seq: board.seq, stream: new CommitStream(board.seq) };
}

/**
 * Brings memory to the number that the board has in SQL: by what was heard, or, where that has a gap, by rows. `db` holds
 * the board's lock or is a snapshot. When it throws, memory is as before.
 */
export async function catchUp(db: Db, rowStores: readonly RowStore[], memory: BoardMemory, seq: number): Promise<void> {
  if (seq < memory.seq) return startOver(db, rowStores, memory, seq);
  takeInHeard(rowStores, memory, seq);
  if (memory.seq === seq) return;
  const changes = [];
  for (const { held, table, since } of rowStores) {
    if (held) changes.push({ table, ...(await since(db, memory.boardId, memory.seq)) });
  }
  for (const { table, rows, gone } of changes) {
    for (const id of gone) memory.store.apply([`${table.name}/${id}`, null]);
    for (const row of rows) memory.store.apply([`${table.name}/${row.id}`, { ...row }]);
  }
  memory.seq = seq;
}

/** Takes in what was heard and follows without a gap, up to a number that is known to be committed. */
export function takeInHeard(rowStores: readonly RowStore[], memory: BoardMemory, upTo = Infinity): void {
  const unheld = rowStores.filter(({ held }) => !held).map(({ table }) => `${table.name}/`);
  for (const { s, p } of memory.stream.after(memory.seq)) {
    if (s > upTo) return;
    for (const patch of p) {
      if (!unheld.some((prefix) => patch[0].startsWith(prefix))) memory.store.apply(patch);
    }
    memory.seq = s;
  }
}

/** A board whose number went back was restored from a backup: what memory holds never was. */
async function startOver(db: Db, rowStores: readonly RowStore[], memory: BoardMemory, seq: number): Promise<void> {
  const tables = await readHeld(db, rowStores, memory.boardId);
  memory.store.clear();
  for (const { table, rows } of tables) memory.store.load(table, rows);
  // Ahead of whatever comes: every page must start over too.
  memory.stream.skipTo(Number.MAX_SAFE_INTEGER);
  memory.seq = seq;
}

async function readHeld(db: Db, rowStores: readonly RowStore[], boardId: BoardId) {
  const tables: { readonly table: RowStore['table']; readonly rows: readonly Row[] }[] = [];
  for (const { held, table, load } of rowStores) if (held) tables.push({ table, rows: await load(db, boardId) });
  return tables;
}
