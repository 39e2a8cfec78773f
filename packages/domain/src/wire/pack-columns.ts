import type { Field } from '../kernel/index.ts';
import { packIds, unpackIds } from './pack-ids.ts';
import type { PackedIds } from './pack-ids.ts';

/** One field of many rows: as it is, or written shorter where there are many and they repeat. */
export type PackedColumn =
  | readonly Field[]
  /** The different values once, and which of them each row has. */
  | { readonly of: readonly Field[]; readonly at: readonly number[] }
  | { readonly ids: PackedIds }
  /** Rows of the task table, by how far each is behind the one before; see `packLinks`. */
  | { readonly steps: readonly number[] };

export type PackedColumns = Readonly<Record<string, PackedColumn>>;

type Columns = Readonly<Record<string, readonly Field[]>>;

/** Fewer rows aren't worth it. */
const ROWS_WORTH_PACKING = 16;
/** A field whose values repeat less than this often, on average, travels as it is. */
const REPEATS_WORTH_PACKING = 4;

export function packColumns(columns: Columns): PackedColumns {
  return mapped(columns, (column, name) => (name === 'id' ? packOwnIds(column) : packRepeated(column)));
}

/** @param taskIds the ids of the task table, in its order */
export function unpackColumns(columns: PackedColumns, taskIds: readonly Field[] = []): Columns {
  return mapped(columns, (column) => {
    if ('steps' in column) return unpackSteps(column.steps, taskIds);
    if ('ids' in column) return unpackIds(column.ids);
    if ('of' in column) return column.at.map((at) => column.of[at]);
    return column;
  });
}

function unpackSteps(steps: readonly number[], taskIds: readonly Field[]): Field[] {
  let at = 0;
  return steps.map((step) => taskIds[(at += step)]);
}

function packOwnIds(column: readonly Field[]): PackedColumn {
  const ids = column.length < ROWS_WORTH_PACKING ? null : packIds(column);
  return ids === null ? column : { ids };
}

export function packRepeated(column: readonly Field[]): PackedColumn {
  if (column.length < ROWS_WORTH_PACKING) return column;
  const places = new Map<Field, number>();
  const at: number[] = [];
  for (const value of column) {
    const place = places.get(value) ?? places.size;
    places.set(value, place);
    at.push(place);
    if (places.size * REPEATS_WORTH_PACKING > column.length) return column;
  }
  return { of: [...places.keys()], at };
}

function mapped<From, To>(
  columns: Readonly<Record<string, From>>,
  change: (column: From, name: string) => To,
): Readonly<Record<string, To>> {
  return Object.fromEntries(Object.entries(columns).map(([name, column]) => [name, change(column, name)]));
}
