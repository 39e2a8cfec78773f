import type { Role } from '../boards/index.ts';
import type { Field, Row, Store } from '../kernel/index.ts';
import { tasks } from '../tasks/index.ts';
import type { PackedColumns } from './pack-columns.ts';
import { packTable, unpackTable } from './pack-links.ts';
import { boardStore, BOARD_TABLES } from './tables.ts';

/** Rows of one table, column by column: an array per field, all of one length. */
export type ColumnarRows = Readonly<Record<string, readonly Field[]>>;

/** A whole board at one moment, as it travels. */
export interface Snapshot {
  readonly schema: number;
  readonly seq: number;
  readonly role: Role;
  readonly tables: Readonly<Record<string, PackedColumns>>;
}

/** Turns rows into columns, in the order given; fields are those of the first row (rows of a table are alike). */
export function toColumns(rows: readonly Row[]): ColumnarRows {
  const [first] = rows;
  if (first === undefined) return {};
  const columns: Record<string, Field[]> = {};
  for (const name of Object.keys(first) as (keyof Row)[]) columns[name] = rows.map((row) => row[name] ?? null);
  return columns;
}

export function fromColumns(columns: ColumnarRows): Row[] {
  const names = Object.keys(columns);
  const count = columns['id']?.length ?? 0;
  const rows: Row[] = [];
  for (let at = 0; at < count; at += 1) {
    const row: Record<string, Field> = {};
    for (const name of names) row[name] = columns[name]?.[at];
    rows.push(row as unknown as Row);
  }
  return rows;
}

/** Every table of a store but the texts that are fetched one by one, in columns. */
export function snapshotTables(store: Store): Snapshot['tables'] {
  const tables: Record<string, PackedColumns> = {};
  const places = new Map<Field, number>();
  for (const { id } of store.rows(tasks)) places.set(id, places.size);
  for (const table of BOARD_TABLES) {
    if (table.name === 'description') continue;
    tables[table.name] = packTable(table.name, toColumns([...store.rows<Row>(table)]), places);
  }
  return tables;
}

/** Fills an empty store from a snapshot; tables this version doesn't know are passed over. */
export function loadSnapshot(store: Store, snapshot: Pick<Snapshot, 'tables'>): void {
  let taskIds: readonly Field[] = [];
  for (const table of BOARD_TABLES) {
    const packed = snapshot.tables[table.name];
    if (packed === undefined) continue;
    const columns = unpackTable(table.name, packed, taskIds);
    if (table.name === tasks.name) taskIds = columns['id'] ?? [];
    store.load<Row>(table, fromColumns(columns));
  }
}

export function storeOf(snapshot: Snapshot): Store {
  const store = boardStore();
  loadSnapshot(store, snapshot);
  return store;
}
