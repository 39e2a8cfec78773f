import fc from 'fast-check';
import type { UserId } from './ids.ts';
import type { Fields, Patch } from './patch.ts';
import { Store } from './store.ts';
import { defineTable } from './table.ts';
import type { AnyTable, Row, Table } from './table.ts';

/** A row that stands in one of several lists. */
export interface Item {
  readonly id: string;
  readonly shelf: string;
  readonly place: string;
  readonly label: string;
}

export const items: Table<Item> = defineTable<Item>('item', { by: 'shelf', at: 'place' });

/** A row in no list. */
export interface Note {
  readonly id: string;
  readonly text: string;
}

export const notes: Table<Note> = defineTable<Note>('note');

export const someone: UserId = '01900000-0000-7000-8000-0000000000aa' as UserId;

export function itemStore(onTouch?: (key: string) => void): Store {
  return new Store([items, notes], onTouch);
}

/** A store with one list, its rows named as given, at the keys given. */
export function shelfOf(keys: Readonly<Record<string, string>>, shelf = 'a'): Store {
  const store = itemStore();
  for (const [id, place] of Object.entries(keys)) store.apply([`item/${id}`, { id, shelf, place, label: '' }]);
  return store;
}

/** Every row and every list of a store as text; two stores alike give the same text, whatever order rows came in. */
export function dump(store: Store, tables: readonly AnyTable[] = [items, notes]): string {
  return JSON.stringify(tables.map((table) => [table.name, sortedRows(store, table), sortedLists(store, table)]));
}

function sortedRows(store: Store, table: AnyTable): readonly string[] {
  return [...store.rows<Row>(table)].map((row) => JSON.stringify(row, Object.keys(row).toSorted())).toSorted();
}

function sortedLists(store: Store, table: AnyTable): readonly (readonly [string, readonly string[]])[] {
  return parentsOf(store, table).map((parent) => [parent, store.list<Row>(table, parent)] as const);
}

/** The lists that the rows of a table say they stand in. */
export function parentsOf(store: Store, table: AnyTable): readonly string[] {
  const { listed } = table;
  if (listed === null) return [];
  const parents = [...store.rows<Row>(table)].map((row) => {
    return listed.by === null ? '' : String((row as unknown as Fields)[listed.by]);
  });
  return [...new Set(parents)].toSorted();
}

const id = fc.constantFrom('p', 'q', 'r', 's', 't', 'u', 'v');
const shelf = fc.constantFrom('a', 'b', 'c');
const place = fc.constantFrom('a0', 'a1', 'a2', 'a2V', 'Zz', 'b00');
const label = fc.string({ maxLength: 3 });

/** A patch of any kind: whole rows, changed fields of rows there or not, drops, tables nobody knows. */
export const anyPatch: fc.Arbitrary<Patch> = fc.oneof(
  { weight: 4, arbitrary: fc.record({ id, shelf, place, label }).map((row): Patch => [`item/${row.id}`, row]) },
  {
    weight: 4,
    arbitrary: fc
      .tuple(id, fc.record({ shelf, place, label }, { requiredKeys: [] }))
      .map(([one, fields]): Patch => [`item/${one}`, fields]),
  },
  { weight: 2, arbitrary: id.map((one): Patch => [`item/${one}`, null]) },
  { weight: 1, arbitrary: fc.record({ id, text: label }).map((row): Patch => [`note/${row.id}`, row]) },
  { weight: 1, arbitrary: fc.record({ id, text: label }).map((row): Patch => [`later/${row.id}`, row]) },
);
