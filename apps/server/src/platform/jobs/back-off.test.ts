import { describe, expect, test } from 'vitest';
import { backOff } from './back-off.ts';

describe('the wait after a failed job', () => {
  test('doubles from five seconds', () => {
    expect([1, 2, 3].map((attempt) => backOff(attempt, 1))).toEqual([5_000, 10_000, 20_000]);
  });

  test('never passes an hour', () => {
    expect(backOff(40, 1)).toBe(3_600_000);
    expect(backOff(5_000, 1)).toBe(3_600_000);
  });

  test('leaves its second half to chance', () => {
    expect(backOff(1, 0)).toBe(2_500);
    expect(backOff(1, 0.5)).toBe(3_750);
  });
});
