import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createPrefixSums } from './prefix-sums.ts';
import { coversView, visibleRange } from './visible-range.ts';

const sums = createPrefixSums(new Float64Array(10_000).fill(100));

test('holds every item that touches the view, and few more', () => {
  fc.assert(
    fc.property(fc.integer({ min: -200, max: 1_000_000 }), fc.integer({ min: 1, max: 2_000 }), (from, length) => {
      const { first, end } = visibleRange(sums, { from, length }, 300);
      const wanted = (index: number): boolean => index * 100 < from + length && index * 100 + 100 > from;
      for (let index = 0; index < 10_000; index += 97) {
        if (wanted(index)) expect(index >= first && index < end).toBe(true);
      }
      expect(end - first).toBeLessThanOrEqual((length + 600) / 100 + 2);
    }),
  );
});

test('is empty for an empty list', () => {
  const empty = createPrefixSums(new Float64Array());
  expect(visibleRange(empty, { from: 0, length: 800 }, 300)).toEqual({ first: 0, end: 0 });
});

test('stays while the view moves a little, so that not every frame renders', () => {
  const range = visibleRange(sums, { from: 5_000, length: 800 }, 400);
  expect(coversView(sums, range, { from: 5_250, length: 800 }, 100)).toBe(true);
  expect(coversView(sums, range, { from: 5_450, length: 800 }, 100)).toBe(false);
});
