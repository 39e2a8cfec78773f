/** Sizes in a row with their running totals: change one, or ask where it starts, in O(log n) (a Fenwick tree). */
export interface PrefixSums {
  readonly length: number;
  readonly total: number;
  sizeAt(index: number): number;
  setSize(index: number, size: number): void;
  /** Where the item starts: the sum of all sizes before it. `index` may equal `length`. */
  startOf(index: number): number;
  /** The item that covers the offset, clamped to the first and last; 0 when there is none. */
  indexAt(offset: number): number;
}

export function createPrefixSums(sizes: Float64Array): PrefixSums {
  const tree = buildTree(sizes);
  const length = sizes.length;
  let total = sumBefore(tree, length);
  return {
    length,
    get total() {
      return total;
    },
    sizeAt: (index) => sizes[index] ?? 0,
    setSize(index, size) {
      const change = size - (sizes[index] ?? size);
      if (change === 0) return;
      sizes[index] = size;
      total += change;
      for (let at = index + 1; at <= length; at += at & -at) tree[at] = (tree[at] ?? 0) + change;
    },
    startOf: (index) => sumBefore(tree, Math.min(index, length)),
    indexAt: (offset) => descend(tree, length, offset),
  };
}

function buildTree(sizes: Float64Array): Float64Array {
  const tree = new Float64Array(sizes.length + 1);
  for (let at = 1; at <= sizes.length; at += 1) {
    tree[at] = (tree[at] ?? 0) + (sizes[at - 1] ?? 0);
    const parent = at + (at & -at);
    if (parent <= sizes.length) tree[parent] = (tree[parent] ?? 0) + (tree[at] ?? 0);
  }
  return tree;
}

function sumBefore(tree: Float64Array, index: number): number {
  let sum = 0;
  for (let at = index; at > 0; at -= at & -at) sum += tree[at] ?? 0;
  return sum;
}

function descend(tree: Float64Array, length: number, offset: number): number {
  let at = 0;
  let rest = offset;
  for (let step = 2 ** Math.floor(Math.log2(Math.max(1, length))); step >= 1; step /= 2) {
    const next = at + step;
    const sum = tree[next];
    if (next > length || sum === undefined || sum > rest) continue;
    at = next;
    rest -= sum;
  }
  return Math.max(0, Math.min(at, length - 1));
}
