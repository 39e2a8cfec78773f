import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { afterAt, countWith, indexOfPlace, placeOf } from './place.ts';
import { stepWithin } from './step-target.ts';

const idsAndLifted = fc
  .uniqueArray(fc.constantFrom<string>('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'), { maxLength: 8 })
  .chain((ids) => fc.tuple(fc.constant(ids), fc.constantFrom<string>(...ids, 'x')));

describe('a place among items', () => {
  test('and its index say the same, with the lifted item in the list or not', () => {
    fc.assert(
      fc.property(idsAndLifted, fc.nat(9), ([ids, lifted], at) => {
        const index = Math.min(at, countWith(ids, lifted) - 1);
        const after = afterAt(ids, index, lifted);
        expect(after).not.toBe(lifted);
        expect(indexOfPlace(ids, after, lifted)).toBe(index);
      }),
    );
  });

  test('puts the item at that index', () => {
    fc.assert(
      fc.property(idsAndLifted, fc.nat(9), ([ids, lifted], at) => {
        const index = Math.min(at, countWith(ids, lifted) - 1);
        const after = afterAt(ids, index, lifted);
        const others = ids.filter((id) => id !== lifted);
        const moved = others.toSpliced(after === null ? 0 : others.indexOf(after) + 1, 0, lifted);
        expect(moved.indexOf(lifted)).toBe(index);
      }),
    );
  });

  test('is unknown when the item it follows is gone', () => {
    expect(indexOfPlace(['a', 'b'], 'gone', 'x')).toBeNull();
  });

  test('of an item is after the one before it', () => {
    expect(placeOf('doing', ['a', 'b'], 'b')).toEqual({ listId: 'doing', after: 'a' });
    expect(placeOf('doing', ['a', 'b'], 'a')).toEqual({ listId: 'doing', after: null });
  });
});

describe('a step of a carried item', () => {
  const ids = ['a', 'b', 'c', 'd'];
  const at = (after: string | null) => ({ listId: 'doing', after });

  test('goes past one neighbour', () => {
    expect(stepWithin(ids, 'b', at('a'), 1)).toEqual(at('c'));
    expect(stepWithin(ids, 'b', at('a'), -1)).toEqual(at(null));
    expect(stepWithin(ids, 'x', at('a'), 1)).toEqual(at('b'));
  });

  test('stops at the ends', () => {
    expect(stepWithin(ids, 'd', at('c'), 1)).toEqual(at('c'));
    expect(stepWithin(ids, 'a', at(null), -1)).toEqual(at(null));
    expect(stepWithin([], 'x', at(null), 1)).toEqual(at(null));
  });

  test('Home and End go all the way', () => {
    expect(stepWithin(ids, 'b', at('a'), 'last')).toEqual(at('d'));
    expect(stepWithin(ids, 'd', at('c'), 'first')).toEqual(at(null));
  });

  test('goes on from the end when its neighbour is gone', () => {
    expect(stepWithin(ids, 'x', at('gone'), -1)).toEqual(at('c'));
  });
});
