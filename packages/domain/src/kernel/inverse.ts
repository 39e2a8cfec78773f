import type { Fields } from './patch.ts';
import { splitKey } from './patch.ts';
import type { Store } from './store.ts';
import type { Field } from './table.ts';

/**
 * Something to look at before taking back what was done: a field of a row (`task/ID`, `title`), whether a row is there
 * (`task/ID`, '': 1 or 0), or how long a list is (`task@PARENT`, `length`).
 */
export type Watch = readonly [key: string, field: string];

/** What a watched place must still hold for a command to run; so nobody else's later work is undone. */
export type Guard = readonly [key: string, field: string, value: Field];

/** The command that takes another one back, and the places that must still be as that one left them. */
export interface Inverse {
  readonly name: string;
  readonly args: unknown;
  readonly watch: readonly Watch[];
}

/** The guards that say "as it is now". */
export function guardsOf(store: Store, watch: readonly Watch[]): readonly Guard[] {
  return watch.map(([key, field]) => [key, field, watched(store, key, field)]);
}

export function guardsHold(store: Store, guards: readonly Guard[]): boolean {
  return guards.every(([key, field, value]) => watched(store, key, field) === value);
}

function watched(store: Store, key: string, field: string): Field {
  const at = key.indexOf('@');
  if (at >= 0) {
    const name = key.slice(0, at);
    return store.knows(name) ? store.list({ name, listed: null }, key.slice(at + 1)).length : null;
  }
  const { table, id } = splitKey(key);
  if (!store.knows(table)) return null;
  const row = store.get({ name: table, listed: null }, id);
  if (field === '') return row === undefined ? 0 : 1;
  return row === undefined ? null : ((row as unknown as Fields)[field] ?? null);
}
