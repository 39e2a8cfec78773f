import type { View } from './visible-range.ts';

/** An item that is seen, and where it starts. */
export interface Anchor {
  readonly id: string;
  readonly start: number;
}

/**
 * How far to scroll after a change so that what was seen stays where it was: the smallest shift among the items still
 * there. (The smallest, because one that was itself moved away shifts far, and must not pull the view with it.)
 */
export function anchorShift(seen: readonly Anchor[], startOf: (id: string) => number | null): number {
  let smallest: number | null = null;
  for (const { id, start } of seen) {
    const now = startOf(id);
    if (now === null) continue;
    const shift = now - start;
    if (smallest === null || Math.abs(shift) < Math.abs(smallest)) smallest = shift;
  }
  return smallest ?? 0;
}

/** Those of the placed items that touch the view; one that wasn't placed yet has no start. */
export function anchorsIn(
  placed: readonly { readonly id: string; readonly start: number | null; readonly size: number }[],
  { from, length }: View,
): readonly Anchor[] {
  return placed.flatMap(({ id, start, size }) => {
    return start !== null && start + size > from && start < from + length ? [{ id, start }] : [];
  });
}
