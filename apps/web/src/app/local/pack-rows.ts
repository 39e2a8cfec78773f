import type { Row } from '@talka/domain/kernel';
import { fromColumns, toColumns } from '@talka/domain/wire';
import { isObject } from '../parse.ts';

/** Rows of one table as text, column by column: read back several times quicker than as many objects are cloned. */
export function packRows(rows: readonly Row[]): string {
  return JSON.stringify(toColumns(rows));
}

/** Throws for anything that `packRows` hasn't made. */
export function unpackRows(packed: unknown): readonly Row[] {
  const columns: unknown = typeof packed === 'string' ? JSON.parse(packed) : null;
  if (!isObject(columns) || !Array.isArray(columns.id)) throw new Error('not a chunk of rows');
  const count = columns.id.length;
  const isWhole = Object.values(columns).every((column) => Array.isArray(column) && column.length === count);
  if (!isWhole || !columns.id.every((id) => typeof id === 'string')) throw new Error('not a whole chunk of rows');
  // Every column was just seen to be a list of the same length.
  return fromColumns(columns as Parameters<typeof fromColumns>[0]);
}
