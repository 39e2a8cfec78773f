import { keyOf, splitKey } from './patch.ts';
import type { Fields, Patch } from './patch.ts';
import { seat } from './sorted-ids.ts';
import type { AnyTable, Field, Row, Table } from './table.ts';

const NO_IDS: readonly string[] = [];

interface Shelf {
  readonly table: AnyTable;
  readonly rows: Map<string, Row>;
  /** A list's array is never changed in place, so that its identity tells whether the list changed. */
  readonly lists: Map<string, readonly string[]>;
}

/**
 * Rows of a board in memory, with their sorted lists; the same in browser and server.
 * Rows and lists are replaced, never changed, so a reader may keep and compare them by identity.
 */
export class Store {
  readonly #shelves = new Map<string, Shelf>();
  readonly #onTouch: (key: string) => void;

  /** @param onTouch hears the key of each row (`task/ID`) and list (`task@PARENT`) that was replaced */
  constructor(tables: readonly AnyTable[], onTouch: (key: string) => void = () => {}) {
    this.#onTouch = onTouch;
    for (const table of tables) {
      this.#shelves.set(table.name, { table, rows: new Map(), lists: new Map() });
    }
  }

  /** Whether there is a table of this name, for names that come from outside. */
  knows(table: string): boolean {
    return this.#shelves.has(table);
  }

  get<Kind extends Row>(table: Table<Kind>, id: string): Kind | undefined {
    return this.#shelf(table.name).rows.get(id) as Kind | undefined;
  }

  /** Ids of one list in order; `parent` is '' for a table with a single list. */
  list<Kind extends Row>(table: Table<Kind>, parent = ''): readonly string[] {
    return this.#shelf(table.name).lists.get(parent) ?? NO_IDS;
  }

  count(table: AnyTable): number {
    return this.#shelf(table.name).rows.size;
  }

  rows<Kind extends Row>(table: Table<Kind>): IterableIterator<Kind> {
    return this.#shelf(table.name).rows.values() as IterableIterator<Kind>;
  }

  /** Takes in many whole rows at once, sorting each list once; for an empty table. */
  load<Kind extends Row>(table: Table<Kind>, rows: Iterable<Kind>): void {
    const shelf = this.#shelf(table.name);
    const lists = new Map<string, string[]>();
    for (const row of rows) {
      shelf.rows.set(row.id, row);
      const parent = parentOf(shelf.table, row);
      if (parent === null) continue;
      const ids = lists.get(parent);
      if (ids === undefined) lists.set(parent, [row.id]);
      else ids.push(row.id);
    }
    for (const [parent, ids] of lists) shelf.lists.set(parent, sortedIds(shelf, ids));
  }

  /** Empties every table. */
  clear(): void {
    for (const { rows, lists } of this.#shelves.values()) {
      rows.clear();
      lists.clear();
    }
  }

  /**
   * Applies one patch and returns the patch that takes it back, or null where there was nothing to do:
   * a row already gone, changed fields of a row that isn't here, a table this version doesn't know.
   */
  apply([key, fields]: Patch): Patch | null {
    const { table, id } = splitKey(key);
    const shelf = this.#shelves.get(table);
    if (shelf === undefined) return null;
    const old = shelf.rows.get(id);
    if (fields === null) return old === undefined ? null : this.#drop(shelf, old);
    if (old === undefined) return fields['id'] === id ? this.#add(shelf, fields as unknown as Row) : null;
    return this.#change(shelf, old, fields);
  }

  #add(shelf: Shelf, row: Row): Patch {
    shelf.rows.set(row.id, row);
    this.#enlist(shelf, row);
    this.#touch(shelf, row);
    return [keyOf(shelf.table.name, row.id), null];
  }

  #drop(shelf: Shelf, old: Row): Patch {
    this.#delist(shelf, old);
    shelf.rows.delete(old.id);
    this.#touch(shelf, old);
    return [keyOf(shelf.table.name, old.id), old as unknown as Fields];
  }

  #change(shelf: Shelf, old: Row, fields: Fields): Patch {
    const before = old as unknown as Fields;
    const undo: Record<string, Fields[string]> = {};
    for (const name of Object.keys(fields)) undo[name] = before[name];
    const row = { ...old, ...fields, id: old.id };
    const moved = placesAnew(shelf.table, fields);
    if (moved) this.#delist(shelf, old);
    shelf.rows.set(old.id, row);
    if (moved) this.#enlist(shelf, row);
    this.#touch(shelf, row);
    return [keyOf(shelf.table.name, old.id), undo];
  }

  #enlist(shelf: Shelf, row: Row): void {
    const parent = parentOf(shelf.table, row);
    if (parent === null) return;
    const ids = shelf.lists.get(parent) ?? NO_IDS;
    const at = seat(ids, (id) => placeOf(shelf, id), { id: row.id, place: placeOf(shelf, row.id) });
    shelf.lists.set(parent, ids.toSpliced(at, 0, row.id));
    this.#onTouch(`${shelf.table.name}@${parent}`);
  }

  #delist(shelf: Shelf, row: Row): void {
    const parent = parentOf(shelf.table, row);
    if (parent === null) return;
    const ids = shelf.lists.get(parent) ?? NO_IDS;
    const at = seat(ids, (id) => placeOf(shelf, id), { id: row.id, place: placeOf(shelf, row.id) });
    if (ids[at] === row.id) shelf.lists.set(parent, ids.toSpliced(at, 1));
    this.#onTouch(`${shelf.table.name}@${parent}`);
  }

  #touch(shelf: Shelf, row: Row): void {
    this.#onTouch(keyOf(shelf.table.name, row.id));
  }

  #shelf(name: string): Shelf {
    const shelf = this.#shelves.get(name);
    if (shelf === undefined) throw new Error(`no table ${name} in this store`);
    return shelf;
  }
}

function parentOf(table: AnyTable, row: Row): string | null {
  if (table.listed === null) return null;
  return table.listed.by === null ? '' : String(fieldOf(row, table.listed.by));
}

function placesAnew(table: AnyTable, fields: Fields): boolean {
  if (table.listed === null) return false;
  return table.listed.at in fields || (table.listed.by !== null && table.listed.by in fields);
}

function placeOf(shelf: Shelf, id: string): string {
  const row = shelf.rows.get(id);
  return shelf.table.listed === null || row === undefined ? '' : String(fieldOf(row, shelf.table.listed.at));
}

function sortedIds(shelf: Shelf, ids: string[]): readonly string[] {
  return ids.sort((one, other) => {
    const place = placeOf(shelf, one);
    const otherPlace = placeOf(shelf, other);
    if (place !== otherPlace) return place < otherPlace ? -1 : 1;
    return one < other ? -1 : 1;
  });
}

function fieldOf(row: Row, name: string): Field {
  return (row as unknown as Fields)[name];
}
