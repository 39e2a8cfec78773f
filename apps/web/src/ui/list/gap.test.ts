import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { insertionIndex, startOfGap, startWithGap, totalWithGap, type Gap } from './gap.ts';
import { createPrefixSums, type PrefixSums } from './prefix-sums.ts';

function sumsOf(sizes: readonly number[]): PrefixSums {
  return createPrefixSums(Float64Array.from(sizes));
}

interface Held {
  readonly sizes: readonly number[];
  readonly gap: Gap;
}

/** A list with a gap somewhere, for an item of its own or of another list. */
const held: fc.Arbitrary<Held> = fc
  .array(fc.integer({ min: 10, max: 300 }), { minLength: 1, maxLength: 30 })
  .chain((sizes) =>
    fc.record({
      sizes: fc.constant(sizes),
      size: fc.integer({ min: 10, max: 300 }),
      at: fc.nat(sizes.length),
      lifted: fc.integer({ min: -1, max: sizes.length - 1 }),
    }),
  )
  .map(({ sizes, size, at, lifted }) => {
    const most = lifted === -1 ? sizes.length : sizes.length - 1;
    return { sizes, gap: { at: Math.min(at, most), size, lifted } };
  });

/** What the eye should see from top to bottom: each item's size, the gap's or the lifted item's at its place. */
function seen({ sizes, gap }: Held): readonly number[] {
  const others = sizes.filter((_, index) => index !== gap.lifted);
  const size = gap.lifted === -1 ? gap.size : (sizes[gap.lifted] ?? 0);
  return others.toSpliced(gap.at, 0, size);
}

describe('a list with a gap', () => {
  test('shows every item once, without holes or overlaps, the gap at its place', () => {
    fc.assert(
      fc.property(held, (each) => {
        const sums = sumsOf(each.sizes);
        const expected: number[] = [];
        let at = 0;
        for (const size of seen(each)) {
          expected.push(at);
          at += size;
        }
        const starts = each.sizes.map((_, index) => startWithGap(sums, index, each.gap));
        if (each.gap.lifted === -1) starts.push(startOfGap(sums, each.gap));
        expect(starts.toSorted((one, other) => one - other)).toEqual(expected);
        expect(totalWithGap(sums, each.gap)).toBe(at);
        expect(startOfGap(sums, each.gap)).toBe(expected[each.gap.at]);
      }),
    );
  });

  test('is a plain list without one', () => {
    const sums = sumsOf([10, 20, 30]);
    expect([0, 1, 2].map((index) => startWithGap(sums, index, null))).toEqual([0, 10, 30]);
    expect(totalWithGap(sums, null)).toBe(60);
  });
});

describe('where a lifted item would go', () => {
  test('it stays where its own gap is open: an opening gap never makes it waver', () => {
    fc.assert(
      fc.property(held, ({ sizes, gap }) => {
        const sums = sumsOf(sizes);
        expect(insertionIndex(sums, startOfGap(sums, gap), gap.lifted)).toBe(gap.at);
      }),
    );
  });

  test('further down never means further up', () => {
    fc.assert(
      fc.property(held, fc.integer({ min: -500, max: 9_000 }), fc.nat(500), ({ sizes, gap }, edge, more) => {
        const sums = sumsOf(sizes);
        const index = insertionIndex(sums, edge, gap.lifted);
        const later = insertionIndex(sums, edge + more, gap.lifted);
        expect(later).toBeGreaterThanOrEqual(index);
        expect(index).toBeGreaterThanOrEqual(0);
        expect(later).toBeLessThanOrEqual(gap.lifted === -1 ? sizes.length : sizes.length - 1);
      }),
    );
  });

  test('it passes an item when its edge passes the middle', () => {
    const sums = sumsOf([100, 100, 100]);
    expect(insertionIndex(sums, 50, -1)).toBe(0);
    expect(insertionIndex(sums, 51, -1)).toBe(1);
    expect(insertionIndex(sums, 151, 0)).toBe(2);
    expect(insertionIndex(sums, 49, 1)).toBe(0);
  });

  test('it is the first in an empty list', () => {
    expect(insertionIndex(sumsOf([]), 40, -1)).toBe(0);
  });
});
