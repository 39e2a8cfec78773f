import { describe, expect, test } from 'vitest';
import { resolveGap } from './resolve-gap.ts';

const asked = { id: 'x', after: 'b', size: 90 };

describe('a gap after an item', () => {
  test('lies after it, wherever it now is', () => {
    expect(resolveGap(['a', 'b', 'c'], asked, null).at).toBe(2);
    expect(resolveGap(['new', 'a', 'b', 'c'], asked, null).at).toBe(3);
  });

  test('counts without the lifted item when that is from this list', () => {
    expect(resolveGap(['x', 'a', 'b', 'c'], asked, null)).toEqual({ at: 2, size: 90, lifted: 0 });
    expect(resolveGap(['a', 'b', 'c', 'x'], asked, null)).toEqual({ at: 2, size: 90, lifted: 3 });
  });

  test('stays at its place when the item it follows is gone', () => {
    expect(resolveGap(['a', 'c'], asked, { at: 1, size: 90, lifted: -1 }).at).toBe(1);
    expect(resolveGap(['a'], asked, { at: 5, size: 90, lifted: -1 }).at).toBe(1);
    expect(resolveGap(['a', 'c'], asked, null).at).toBe(2);
  });

  test('is first without an item to follow', () => {
    expect(resolveGap(['a', 'x'], { ...asked, after: null }, null)).toEqual({ at: 0, size: 90, lifted: 1 });
  });
});
