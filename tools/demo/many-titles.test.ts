import { expect, test } from 'vitest';
import { LIMITS } from '../../packages/domain/src/kernel/index.ts';
import { manyTitles } from './many-titles.ts';

test('ten thousand titles are all different, and none is too long', () => {
  const titles = manyTitles(10_000);
  expect(new Set(titles).size).toBe(10_000);
  expect(titles.filter((title) => title.length < 5 || title.length > LIMITS.taskTitle)).toEqual([]);
});

test('the same titles come each time', () => {
  expect(manyTitles(300)).toEqual(manyTitles(300));
});

test('some of them are Arabic, some Japanese, most English', () => {
  const share = (script: RegExp) => manyTitles(1_000).filter((title) => script.test(title)).length / 1_000;
  expect(share(/\p{Script=Arabic}/u)).toBeCloseTo(0.04, 1);
  expect(share(/\p{Script=Han}/u)).toBeCloseTo(0.04, 1);
  expect(share(/^[A-Z]/)).toBeGreaterThan(0.85);
});
