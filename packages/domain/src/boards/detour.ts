import { defineTable } from '../kernel/index.ts';
import type { Store, Table } from '../kernel/index.ts';
import { columns } from './column.ts';
import type { Column } from './column.ts';

/** What a deleted column leaves behind: where its tasks went, and where later moves into it go. */
export interface Detour {
  /** ColumnId of the deleted column. */
  readonly id: string;
  /** ColumnId of where its tasks went. */
  readonly columnId: string;
}

export const detours: Table<Detour> = defineTable<Detour>('detour');

/** The living column behind an id: itself, or where its detours lead; undefined for one that never was. */
export function columnBehind(store: Store, id: string): Column | undefined {
  const seen = new Set<string>();
  let at = id;
  while (!seen.has(at)) {
    seen.add(at);
    const column = store.get(columns, at);
    if (column !== undefined) return column;
    at = store.get(detours, at)?.columnId ?? at;
  }
  return undefined;
}

export function fixedColumn(store: Store, kind: 'done' | 'trash'): Column {
  for (const column of store.rows(columns)) if (column.kind === kind) return column;
  throw new Error(`a board without its ${kind} column`);
}
