import { isId } from '@talka/domain/kernel';
import { expect, test } from 'vitest';
import { createTestClock } from '../clock/testing.ts';
import { createIds } from './ids.ts';

test('ids are UUIDv7, differ within a millisecond, and sort by time', () => {
  const clock = createTestClock();
  const ids = createIds(clock);
  const made = new Set(Array.from({ length: 1_000 }, () => ids.next()));
  expect(made.size).toBe(1_000);
  expect([...made].every(isId)).toBe(true);
  clock.advance(1);
  const later = ids.next();
  expect([...made].every((id) => id < later)).toBe(true);
});

test('secrets hold 32 bytes and are fit for a link', () => {
  const ids = createIds(createTestClock());
  expect(ids.secret()).toMatch(/^[\w-]{43}$/);
  expect(ids.secret()).not.toBe(ids.secret());
});
