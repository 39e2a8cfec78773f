import type { PrefixSums } from './prefix-sums.ts';

/**
 * A place held open for a lifted item. `at` counts among the items without the lifted one.
 * `lifted` is the lifted item's own index when it comes from this list (it then lies in the gap), else -1.
 */
export interface Gap {
  readonly at: number;
  readonly size: number;
  readonly lifted: number;
}

/** Where an item starts while the gap is open. */
export function startWithGap(sums: PrefixSums, index: number, gap: Gap | null): number {
  if (!gap) return sums.startOf(index);
  if (gap.lifted === -1) return sums.startOf(index) + (index >= gap.at ? gap.size : 0);
  if (index === gap.lifted) return startOfGap(sums, gap);
  const own = sums.sizeAt(gap.lifted);
  const rank = index > gap.lifted ? index - 1 : index;
  return sums.startOf(index) - (index > gap.lifted ? own : 0) + (rank >= gap.at ? own : 0);
}

/** Where the gap itself starts. */
export function startOfGap(sums: PrefixSums, { at, lifted }: Gap): number {
  if (lifted === -1 || at <= lifted) return sums.startOf(at);
  return sums.startOf(at + 1) - sums.sizeAt(lifted);
}

/** The whole length, the gap included. A list's own item leaves as much as it takes. */
export function totalWithGap(sums: PrefixSums, gap: Gap | null): number {
  return sums.total + (gap?.lifted === -1 ? gap.size : 0);
}

/**
 * The place a lifted item would take, among the others, when its leading edge is at `edge`: after every item whose
 * middle the edge has passed. It looks at the list without gap and lifted item, so an opening gap can't make it waver.
 */
export function insertionIndex(sums: PrefixSums, edge: number, lifted: number): number {
  if (lifted === -1) return passedMiddles(sums, edge);
  if (edge <= sums.startOf(lifted)) return Math.min(lifted, passedMiddles(sums, edge));
  return Math.max(lifted, passedMiddles(sums, edge + sums.sizeAt(lifted)) - 1);
}

function passedMiddles(sums: PrefixSums, edge: number): number {
  if (sums.length === 0) return 0;
  const index = sums.indexAt(edge);
  const middle = sums.startOf(index) + sums.sizeAt(index) / 2;
  return edge > middle ? index + 1 : index;
}
