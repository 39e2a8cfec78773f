import type { Field } from './table.ts';

export type Fields = Readonly<Record<string, Field>>;

/** One change of one row, keyed `table/id`: changed fields, a whole row (it then has `id`), or null for gone. */
export type Patch = readonly [key: string, fields: Fields | null];

export function keyOf(table: string, id: string): string {
  return `${table}/${id}`;
}

export function splitKey(key: string): { readonly table: string; readonly id: string } {
  const slash = key.indexOf('/');
  return { table: key.slice(0, slash), id: key.slice(slash + 1) };
}
