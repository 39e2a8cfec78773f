import type { Committed } from '@talka/domain/wire';
import { expect, test } from 'vitest';
import { CommitStream } from './commit-stream.ts';

const commit = (s: number): Committed => ({ s, c: '', i: 0, u: '', p: [] });
const numbers = (committed: readonly Committed[]) => committed.map(({ s }) => s);

test('commits pass in order and once, however they come', () => {
  const stream = new CommitStream(3);
  stream.add([commit(6), commit(3), commit(2)]);
  expect(numbers(stream.pass(9))).toEqual([]);
  stream.add([commit(5), commit(4), commit(5)]);
  expect(numbers(stream.pass(5))).toEqual([4, 5]);
  expect(numbers(stream.pass(9))).toEqual([6]);
  stream.add([commit(4), commit(5), commit(6)]);
  expect(numbers(stream.pass(9))).toEqual([]);
  expect(stream.size).toBe(0);
});

test('what follows a number without a gap can be seen before it passes', () => {
  const stream = new CommitStream(0);
  stream.add([commit(5), commit(6), commit(8)]);
  expect(numbers(stream.after(4))).toEqual([5, 6]);
  expect(numbers(stream.after(0))).toEqual([]);
});

test('what stays missing is given up', () => {
  const stream = new CommitStream(0);
  stream.add([commit(2), commit(4)]);
  stream.skipTo(3);
  expect(numbers(stream.pass(9))).toEqual([4]);
  stream.skipTo(1);
  stream.add([commit(2)]);
  expect(numbers(stream.pass(9))).toEqual([2]);
});
