import { beforeEach, describe, expect, test } from 'vitest';
import { createTestClock, type TestClock } from '../../platform/clock/testing.ts';
import { createTokenBuckets } from './token-buckets.ts';

describe('token buckets', () => {
  let clock: TestClock;
  beforeEach(() => {
    clock = createTestClock();
  });

  test('give a burst, then one token a while', () => {
    const buckets = createTokenBuckets(clock, { burst: 2, refillMs: 1_000 });
    expect([buckets.take('a'), buckets.take('a'), buckets.take('a')]).toEqual([0, 0, 1_000]);
    clock.advance(400);
    expect(buckets.take('a')).toBe(600);
    clock.advance(600);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1_000]);
  });

  test('are apart for each key', () => {
    const buckets = createTokenBuckets(clock, { burst: 1, refillMs: 1_000 });
    expect([buckets.take('a'), buckets.take('b'), buckets.take('a')]).toEqual([0, 0, 1_000]);
  });

  test('never hold more than the burst', () => {
    const buckets = createTokenBuckets(clock, { burst: 1, refillMs: 1_000 });
    buckets.giveBack('a');
    clock.advance(1_000_000);
    expect([buckets.take('a'), buckets.take('a')]).toEqual([0, 1_000]);
  });

  test('take back what was harmless', () => {
    const buckets = createTokenBuckets(clock, { burst: 1, refillMs: 1_000 });
    buckets.take('a');
    buckets.giveBack('a');
    expect(buckets.take('a')).toBe(0);
  });

  test('run backwards with no clock', () => {
    const buckets = createTokenBuckets(clock, { burst: 1, refillMs: 1_000 });
    buckets.take('a');
    clock.advance(-10_000);
    expect(buckets.take('a')).toBe(1_000);
  });

  test('forget the key used longest ago before they fill the memory', () => {
    const buckets = createTokenBuckets(clock, { burst: 1, refillMs: 1_000 });
    buckets.take('oldest');
    for (let index = 0; index < 19_999; index += 1) buckets.take(`k${index}`);
    expect(buckets.take('oldest')).toBe(1_000);
    for (let index = 0; index < 20_000; index += 1) buckets.take(`l${index}`);
    expect(buckets.take('oldest')).toBe(0);
  });
});
