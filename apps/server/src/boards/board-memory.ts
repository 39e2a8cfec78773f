import type { BoardId, Store } from '@talka/domain/kernel';
import { boardStore } from '@talka/domain/wire';
import type { Refused } from '@talka/domain/wire';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { RowStore } from './row-store.ts';

/** How far the commands of one open browser page got. */
export interface ClientMark {
  readonly userId: string;
  /** The last counter that was decided. */
  readonly last: number;
  /** The latest refusals, for a browser that lost the answer. */
  readonly refused: readonly Refused[];
}

/** A board in memory: the same store as in the browser, at a committed sequence number. */
export interface BoardMemory {
  readonly boardId: BoardId;
  readonly accountId: string;
  readonly store: Store;
  seq: number;
  readonly clients: Map<string, ClientMark>;
}

type Db = Kysely<Tables> | Transaction<Tables>;

/** Reads a whole board; null when there is none of this id. */
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
  for (const rowStore of rowStores) {
    if (rowStore.held) store.load(rowStore.table, await rowStore.load(db, boardId));
  }
  return { boardId, accountId: board.account_id, store, seq: board.seq, clients: new Map() };
}

/** Brings memory up to what another node committed meanwhile. */
export async function catchUp(db: Db, rowStores: readonly RowStore[], memory: BoardMemory, seq: number): Promise<void> {
  for (const rowStore of rowStores) {
    if (!rowStore.held) continue;
    const { rows, gone } = await rowStore.since(db, memory.boardId, memory.seq);
    for (const id of gone) memory.store.apply([`${rowStore.table.name}/${id}`, null]);
    for (const row of rows) memory.store.apply([`${rowStore.table.name}/${row.id}`, { ...row }]);
  }
  memory.clients.clear();
  memory.seq = seq;
}

export async function readClientMark(db: Db, boardId: string, cid: string): Promise<ClientMark | null> {
  const mark = await db
    .selectFrom('board_clients')
    .select(['user_id', 'last_counter', 'refused'])
    .where('board_id', '=', boardId)
    .where('id', '=', cid)
    .executeTakeFirst();
  if (mark === undefined) return null;
  return { userId: mark.user_id, last: mark.last_counter, refused: JSON.parse(mark.refused) as Refused[] };
}
