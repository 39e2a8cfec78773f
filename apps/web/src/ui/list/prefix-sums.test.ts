import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { createPrefixSums } from './prefix-sums.ts';

const sizes = fc.array(fc.integer({ min: 1, max: 400 }), { maxLength: 80 });

function startOf(all: readonly number[], index: number): number {
  return all.slice(0, index).reduce((sum, size) => sum + size, 0);
}

describe('prefix sums', () => {
  test('tell where each item starts, also after sizes changed', () => {
    const changes = fc.array(fc.tuple(fc.nat(100), fc.integer({ min: 1, max: 400 })), { maxLength: 20 });
    fc.assert(
      fc.property(sizes, changes, (start, changed) => {
        const all = [...start];
        const sums = createPrefixSums(Float64Array.from(start));
        for (const [at, size] of changed) {
          if (at >= all.length) continue;
          all[at] = size;
          sums.setSize(at, size);
        }
        for (let at = 0; at <= all.length; at += 1) expect(sums.startOf(at)).toBe(startOf(all, at));
        expect(sums.total).toBe(startOf(all, all.length));
      }),
    );
  });

  test('find the item that covers an offset', () => {
    fc.assert(
      fc.property(sizes, fc.nat(40_000), (all, offset) => {
        const sums = createPrefixSums(Float64Array.from(all));
        const index = sums.indexAt(offset);
        if (all.length === 0) expect(index).toBe(0);
        else if (offset >= sums.total) expect(index).toBe(all.length - 1);
        else {
          expect(sums.startOf(index)).toBeLessThanOrEqual(offset);
          expect(sums.startOf(index + 1)).toBeGreaterThan(offset);
        }
      }),
    );
  });

  test('ignore an index that is not there', () => {
    const sums = createPrefixSums(Float64Array.from([10, 20]));
    sums.setSize(7, 99);
    expect(sums.total).toBe(30);
    expect(sums.startOf(9)).toBe(30);
  });

  test('clamp an offset before the first item', () => {
    expect(createPrefixSums(Float64Array.from([10, 20])).indexAt(-5)).toBe(0);
  });
});
