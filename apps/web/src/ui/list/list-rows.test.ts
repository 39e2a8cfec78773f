import { describe, expect, test } from 'vitest';
import { areSameRows, rowsOf } from './list-rows.ts';

const ids = ['a', 'b', 'c', 'd', 'e', 'f'];

function idsOf(held: readonly (string | null)[]): readonly string[] {
  return rowsOf(ids, { range: { first: 2, end: 4 }, held, active: null }).map(({ id }) => id);
}

describe('the rows of a list', () => {
  test('are those in range', () => {
    expect(idsOf([])).toEqual(['c', 'd']);
  });

  test('keep the focused and the lifted item, in the order of the list', () => {
    expect(idsOf(['f', 'a'])).toEqual(['a', 'c', 'd', 'f']);
    expect(idsOf(['c', null, 'c'])).toEqual(['c', 'd']);
  });

  test('let go of an item that is no longer in the list', () => {
    expect(idsOf(['gone'])).toEqual(['c', 'd']);
  });

  test('have one tab stop: the active item, or the first when that is not rendered', () => {
    const stop = (active: string | null): string | undefined =>
      rowsOf(ids, { range: { first: 2, end: 4 }, held: [], active }).find(({ isTabStop }) => isTabStop)?.id;
    expect(stop('d')).toBe('d');
    expect(stop('f')).toBe('c');
    expect(stop(null)).toBe('c');
  });

  test('are the same only with the same items, places and tab stop', () => {
    const rows = rowsOf(ids, { range: { first: 2, end: 4 }, held: [], active: 'c' });
    expect(areSameRows(rows, rowsOf(ids, { range: { first: 2, end: 4 }, held: [], active: 'c' }))).toBe(true);
    expect(areSameRows(rows, rowsOf(ids, { range: { first: 2, end: 4 }, held: [], active: 'd' }))).toBe(false);
    expect(areSameRows(rows, rowsOf(ids, { range: { first: 1, end: 4 }, held: [], active: 'c' }))).toBe(false);
  });
});
