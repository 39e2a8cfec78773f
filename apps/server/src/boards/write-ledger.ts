import type { Row, Store } from '@talka/domain/kernel';
import { splitKey } from '@talka/domain/kernel';
import type { Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { BoardMemory } from './board-memory.ts';
import type { BoardParts } from './board-parts.ts';
import type { Ledger } from './ledger.ts';
import type { RowStore, RowWrite } from './row-store.ts';

/** SQLite takes at most 32,766 values in a statement; a line of history has 8. */
const LINES_A_STATEMENT = 500;

/** Stores what a batch did: rows, history, counters. */
export async function writeLedger(
  parts: BoardParts,
  tx: Transaction<Tables>,
  memory: BoardMemory,
  ledger: Ledger,
): Promise<void> {
  await writeHistory(parts, tx, memory, ledger);
  const writes = writesByTable(memory.store, parts.rowStores, ledger);
  for (const [rowStore, rows] of writes) await rowStore.write(tx, memory.boardId, rows, ledger.now);
  dropUnheld(memory.store, writes);
  await writeMarks(tx, memory, ledger);
  if (ledger.committed.length === 0) return;
  await tx
    .updateTable('boards')
    .set({ seq: ledger.seq, open_tasks: parts.openTasks(memory.store), updated_at: ledger.now })
    .where('id', '=', memory.boardId)
    .execute();
}

function writesByTable(
  store: Store,
  rowStores: readonly RowStore[],
  ledger: Ledger,
): readonly (readonly [RowStore, readonly RowWrite[]])[] {
  const byName = new Map(rowStores.map((rowStore) => [rowStore.table.name, { rowStore, writes: [] as RowWrite[] }]));
  for (const [key, rev] of ledger.revs) {
    const { table, id } = splitKey(key);
    const shelf = byName.get(table);
    if (shelf === undefined) throw new Error(`nobody stores ${table}`);
    shelf.writes.push({ id, row: store.get<Row>(shelf.rowStore.table, id) ?? null, rev });
  }
  return [...byName.values()].filter(({ writes }) => writes.length > 0).map((one) => [one.rowStore, one.writes]);
}

/** Texts that are fetched one by one pass through memory only to be stored. */
function dropUnheld(store: Store, writes: readonly (readonly [RowStore, readonly RowWrite[]])[]): void {
  for (const [{ held, table }, rows] of writes) {
    if (!held) for (const { id } of rows) store.apply([`${table.name}/${id}`, null]);
  }
}

async function writeHistory(
  parts: BoardParts,
  tx: Transaction<Tables>,
  memory: BoardMemory,
  ledger: Ledger,
): Promise<void> {
  const values = [];
  for (const event of ledger.events) {
    const full = await parts.enrichHistory(tx, memory.boardId, event, ledger.replacedBy(event.seq));
    values.push({
      board_id: memory.boardId,
      seq: full.seq,
      part: full.part,
      at: ledger.now,
      actor_id: full.actor,
      task_id: full.taskId,
      kind: full.kind,
      data: JSON.stringify(full.data),
    });
  }
  for (let from = 0; from < values.length; from += LINES_A_STATEMENT) {
    const some = values.slice(from, from + LINES_A_STATEMENT);
    await tx.insertInto('history').values(some).execute();
  }
}

async function writeMarks(tx: Transaction<Tables>, memory: BoardMemory, ledger: Ledger): Promise<void> {
  if (ledger.marks.size === 0) return;
  const values = [...ledger.marks].map(([cid, mark]) => ({
    board_id: memory.boardId,
    id: cid,
    user_id: mark.userId,
    last_counter: mark.last,
    refused: JSON.stringify(mark.refused),
    updated_at: ledger.now,
  }));
  await tx
    .insertInto('board_clients')
    .values(values)
    .onConflict((conflict) =>
      conflict.columns(['board_id', 'id']).doUpdateSet((eb) => ({
        last_counter: eb.ref('excluded.last_counter'),
        refused: eb.ref('excluded.refused'),
        updated_at: eb.ref('excluded.updated_at'),
      })),
    )
    .execute();
}
