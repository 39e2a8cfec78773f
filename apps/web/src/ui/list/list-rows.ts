import type { Range } from './visible-range.ts';

/** What React renders: an item in or near the view, or one held because it has the focus or is lifted. */
export interface Row {
  readonly id: string;
  readonly index: number;
  readonly isTabStop: boolean;
}

export interface RowsAsked {
  readonly range: Range;
  /** Items to render wherever they are; null entries mean none. */
  readonly held: readonly (string | null)[];
  /** The item a Tab press should land on; the first rendered one when it isn't rendered. */
  readonly active: string | null;
}

/** The rows of a range and the held items beyond it, in the order of the list. */
export function rowsOf(ids: readonly string[], { range, held, active }: RowsAsked): readonly Row[] {
  const { first, end } = range;
  const found = ids.slice(first, end).map((id, at) => ({ id, index: first + at }));
  for (const id of new Set(held)) {
    const index = id === null ? -1 : ids.indexOf(id);
    if (id !== null && index !== -1 && (index < first || index >= end)) found.push({ id, index });
  }
  found.sort((one, other) => one.index - other.index);
  const stop = found.some(({ id }) => id === active) ? active : found[0]?.id;
  return found.map(({ id, index }) => ({ id, index, isTabStop: id === stop }));
}

export function areSameRows(rows: readonly Row[], others: readonly Row[]): boolean {
  if (rows.length !== others.length) return false;
  return rows.every((row, at) => {
    const other = others[at];
    return other?.id === row.id && other.index === row.index && other.isTabStop === row.isTabStop;
  });
}
