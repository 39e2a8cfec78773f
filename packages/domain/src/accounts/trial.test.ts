import { describe, expect, test } from 'vitest';
import { isOnTrial, trialEndsOn, trialFrom } from './trial.ts';

describe('the trial of an account', () => {
  test('lasts thirty days, the first one counted', () => {
    expect(trialFrom('2026-06-01')).toEqual({ startedOn: '2026-06-01', endsOn: '2026-06-30' });
  });

  test.each([
    ['2024-02-01', 30, '2024-03-01'],
    ['2025-02-01', 30, '2025-03-02'],
    ['2024-02-29', 1, '2024-02-29'],
    ['2026-12-31', 30, '2027-01-29'],
    ['2024-02-29', 366, '2025-02-28'],
  ])('from %s for %i days ends on %s', (startedOn, days, endsOn) => {
    expect(trialEndsOn(startedOn, days)).toBe(endsOn);
  });

  test.each([0, -1, 1.5, Number.NaN])('refuses %s days', (days) => {
    expect(() => trialEndsOn('2026-06-01', days)).toThrow(RangeError);
  });

  test('refuses a start that is not a date', () => {
    expect(() => trialEndsOn('soon', 30)).toThrow(RangeError);
  });

  test('holds through its last day', () => {
    const trial = trialFrom('2026-06-01');
    expect(isOnTrial(trial, '2026-06-01')).toBe(true);
    expect(isOnTrial(trial, '2026-06-30')).toBe(true);
    expect(isOnTrial(trial, '2026-07-01')).toBe(false);
  });
});
