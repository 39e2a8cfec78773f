import { describe, expect, it } from 'vitest';
import { growthExponent, median, medianOfEach, quantile, spreadOf } from './statistics.ts';

describe('statistics', () => {
  it('takes percentiles by rank', () => {
    const samples = Array.from({ length: 200 }, (_, index) => 200 - index);
    expect(spreadOf(samples)).toEqual({ count: 200, p50: 100, p95: 190, p99: 198 });
    expect(spreadOf([])).toEqual({ count: 0, p50: 0, p95: 0, p99: 0 });
    expect(quantile([7], 0.99)).toBe(7);
  });

  it('takes the middle of an odd number, the mean of the two middle ones of an even', () => {
    expect(median([9, 1, 4])).toBe(4);
    expect(median([9, 1, 4, 6])).toBe(5);
    expect(median([])).toBe(0);
  });

  it('takes the median of each figure by itself', () => {
    expect(
      medianOfEach([
        { a: 1, b: 9 },
        { a: 3, b: 7 },
        { a: 2, b: 8 },
      ]),
    ).toEqual({ a: 2, b: 8 });
  });

  it('tells a cost that does not grow from one that grows with the size', () => {
    const sizes = [100, 1_000, 10_000];
    expect(growthExponent(sizes.map((size) => ({ size, cost: 5 })))).toBe(0);
    expect(growthExponent(sizes.map((size) => ({ size, cost: size * 3 })))).toBe(1);
    expect(growthExponent(sizes.map((size) => ({ size, cost: Math.sqrt(size) })))).toBe(0.5);
  });
});
