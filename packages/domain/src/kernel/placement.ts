import type { Change } from './change.ts';
import { must } from './must.ts';
import { BEYOND_KEYS, keysBetween, ORDER_KEY_MAX } from './order-key.ts';
import type { OrderKey } from './order-key.ts';
import { seat } from './sorted-ids.ts';
import type { Fields } from './patch.ts';
import type { Row, Table } from './table.ts';

/** Where rows are to go: behind the row `after`, at the top when null, at the end when that row isn't there. */
export interface Place {
  readonly parent: string;
  readonly after: string | null;
  /** The row that is being moved, so that it isn't its own neighbour. */
  readonly moving?: string;
}

/**
 * Order keys for `count` rows at a place of a list. Where no short keys are left between the neighbours, the whole
 * list gets new ones first.
 */
export function placesAt<Kind extends Row>(
  change: Change,
  table: Table<Kind>,
  place: Place,
  count = 1,
): readonly OrderKey[] {
  const keys = keysAt(change, table, place, count);
  if (keys !== null) return keys;
  rekey(change, table, place.parent);
  return must(keysAt(change, table, place, count), 'room in a list with new keys');
}

function keysAt<Kind extends Row>(change: Change, table: Table<Kind>, place: Place, count: number): OrderKey[] | null {
  const { before, next } = neighbours(change, table, place);
  if (before !== null && next !== null && before >= next) return null;
  const keys = keysBetween(before, next, count);
  return keys.some((key) => key.length > ORDER_KEY_MAX) ? null : keys;
}

function neighbours<Kind extends Row>(
  change: Change,
  table: Table<Kind>,
  { parent, after, moving }: Place,
): { readonly before: OrderKey | null; readonly next: OrderKey | null } {
  const ids = orderedIds(change, table, parent);
  const keyAt = (index: number): OrderKey | null => {
    const id = ids[index];
    return id === undefined ? null : keyOfRow(change, table, id);
  };
  const anchor = after === null ? -1 : indexOf(change, table, ids, after);
  let before = anchor ?? ids.length - 1;
  if (before >= 0 && ids[before] === moving) before -= 1;
  let next = before + 1;
  if (ids[next] === moving && moving !== undefined) next += 1;
  return { before: keyAt(before), next: keyAt(next) };
}

/** The ids of a list but for those beyond every key: nothing goes behind these, and they keep their places. */
function orderedIds<Kind extends Row>(change: Change, table: Table<Kind>, parent: string): readonly string[] {
  const ids = change.list(table, parent);
  const end = seat(ids, (id) => keyOfRow(change, table, id), { id: '', place: BEYOND_KEYS });
  return end === ids.length ? ids : ids.slice(0, end);
}

/** Where an id stands in its list, or null when it isn't in it. */
function indexOf<Kind extends Row>(
  change: Change,
  table: Table<Kind>,
  ids: readonly string[],
  id: string,
): number | null {
  if (change.get(table, id) === undefined) return null;
  const at = seat(ids, (other) => keyOfRow(change, table, other), { id, place: keyOfRow(change, table, id) });
  return ids[at] === id ? at : null;
}

function keyOfRow<Kind extends Row>(change: Change, table: Table<Kind>, id: string): OrderKey {
  const row = must(change.get(table, id), `a ${table.name} of a list`);
  return String((row as unknown as Fields)[must(table.listed, 'a listed table').at]);
}

function rekey<Kind extends Row>(change: Change, table: Table<Kind>, parent: string): void {
  const ids = orderedIds(change, table, parent);
  const { at } = must(table.listed, 'a listed table');
  const keys = keysBetween(null, null, ids.length);
  ids.forEach((id, index) => {
    change.set(table, id, { [at]: must(keys[index], 'a key') } as unknown as Partial<Omit<Kind, 'id'>>);
  });
}
