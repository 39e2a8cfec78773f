import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dayNumber, daysInMonth } from './index.ts';

describe('the number of a day', () => {
  test('is counted from 1 January 1970', () => {
    expect([dayNumber(1970, 1, 1), dayNumber(1969, 12, 31), dayNumber(2000, 3, 1)]).toEqual([0, -1, 11_017]);
  });

  test('is the one that Temporal counts', () => {
    const epoch = Temporal.PlainDate.from('1970-01-01');
    const counts = fc.property(fc.integer({ min: -100_000, max: 400_000 }), (days) => {
      const { year, month, day } = epoch.add({ days });
      expect(dayNumber(year, month, day)).toBe(days);
    });
    expect(() => fc.assert(counts, { numRuns: 1_000 })).not.toThrow();
  });
});

describe('a month', () => {
  test('has its days, February one more in leap years', () => {
    expect(Array.from({ length: 12 }, (_, at) => daysInMonth(2026, at + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect([2000, 2024, 2100].map((year) => daysInMonth(year, 2))).toEqual([29, 29, 28]);
  });
});
