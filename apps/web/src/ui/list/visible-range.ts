import type { PrefixSums } from './prefix-sums.ts';

/** Items from `first` up to, not with, `end`. */
export interface Range {
  readonly first: number;
  readonly end: number;
}

export interface View {
  /** Pixels from the first item's start to the start of what is seen. */
  readonly from: number;
  readonly length: number;
}

export const EMPTY_RANGE: Range = { first: 0, end: 0 };

/** The items that touch the view made longer by `margin` pixels at both ends. */
export function visibleRange(sums: PrefixSums, view: View, margin: number): Range {
  if (sums.length === 0) return EMPTY_RANGE;
  const first = sums.indexAt(Math.max(0, view.from - margin));
  const end = sums.indexAt(Math.max(0, view.from + view.length + margin)) + 1;
  return { first, end };
}

/** True while the range still reaches a little beyond the view, so that scrolling needn't render at each frame. */
export function coversView(sums: PrefixSums, range: Range, view: View, margin: number): boolean {
  const needed = visibleRange(sums, view, margin);
  return range.first <= needed.first && range.end >= needed.end && range.end <= sums.length;
}
