import { expect, test } from 'vitest';
import { listStep, stepIndex } from './list-step.ts';

test('arrow keys along the list step, others do not', () => {
  expect(listStep('ArrowDown', 'y', false)).toBe('next');
  expect(listStep('ArrowUp', 'y', false)).toBe('previous');
  expect(listStep('ArrowRight', 'y', false)).toBeNull();
  expect(listStep('Home', 'y', false)).toBe('first');
  expect(listStep('End', 'x', false)).toBe('last');
  expect(listStep('a', 'y', false)).toBeNull();
});

test('a row is mirrored in right-to-left pages', () => {
  expect(listStep('ArrowRight', 'x', false)).toBe('next');
  expect(listStep('ArrowRight', 'x', true)).toBe('previous');
});

test('steps stop at the ends', () => {
  expect(stepIndex('previous', 0, 5)).toBe(0);
  expect(stepIndex('next', 4, 5)).toBe(4);
  expect(stepIndex('last', 1, 5)).toBe(4);
  expect(stepIndex('first', 3, 5)).toBe(0);
});
