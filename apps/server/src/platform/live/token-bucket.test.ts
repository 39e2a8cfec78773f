import { expect, test } from 'vitest';
import { createTestClock } from '../clock/testing.ts';
import { TokenBucket } from './token-bucket.ts';

test('a burst goes through at once, then the rate holds', () => {
  const clock = createTestClock();
  const bucket = new TokenBucket(clock, 100, 10);
  for (let i = 0; i < 10; i++) expect(bucket.take(1)).toBe(0);
  expect(bucket.take(1)).toBe(10);
  clock.advance(10);
  expect(bucket.take(1)).toBe(10);
  clock.advance(1_000);
  expect(bucket.take(10)).toBe(0);
  expect(bucket.take(50)).toBe(500);
});

test('a clock that goes back earns nothing and breaks nothing', () => {
  const clock = createTestClock();
  const bucket = new TokenBucket(clock, 100, 1);
  bucket.take(1);
  clock.advance(-60_000);
  expect(bucket.take(1)).toBe(10);
});
