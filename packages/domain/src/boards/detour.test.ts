import { describe, expect, test } from 'vitest';
import type { Store } from '../kernel/index.ts';
import { columnBehind, fixedColumn } from './index.ts';
import { aBoard, columnId, run } from './testing.ts';

function remove(store: Store, id: string, to: string | null): void {
  run(store, ['column.delete', { id: columnId(id), to: to === null ? null : columnId(to) }]);
}

describe('the column behind an id', () => {
  test('is the column itself while it lives', () => {
    const store = aBoard({ a: [] });
    expect(columnBehind(store, 'a')?.id).toBe('a');
    expect(columnBehind(store, 'done')?.kind).toBe('done');
  });

  test('is where a deleted column’s tasks went, through any number of deletions', () => {
    const store = aBoard({ a: [], b: [], c: [], d: [] });
    remove(store, 'a', 'b');
    expect(columnBehind(store, 'a')?.id).toBe('b');
    remove(store, 'b', 'c');
    remove(store, 'c', 'd');
    expect(['a', 'b', 'c', 'd'].map((id) => columnBehind(store, id)?.id)).toEqual(['d', 'd', 'd', 'd']);
    remove(store, 'd', null);
    expect(['a', 'b', 'c', 'd'].map((id) => columnBehind(store, id)?.kind)).toEqual(Array(4).fill('trash'));
  });

  test('is the end of the way at the time: a detour is not made to lead to a deleted column', () => {
    const store = aBoard({ a: [], b: [], c: [] });
    remove(store, 'a', 'b');
    remove(store, 'c', 'a');
    expect(columnBehind(store, 'c')?.id).toBe('b');
  });

  test('is nothing for an id that never was', () => {
    expect(columnBehind(aBoard(), 'never')).toBeUndefined();
  });

  test('is nothing, and is found to be so, where detours lead in a circle', () => {
    const store = aBoard();
    for (const [id, to] of [
      ['x', 'y'],
      ['y', 'z'],
      ['z', 'x'],
      ['me', 'me'],
    ] as const) {
      store.apply([`detour/${id}`, { id, columnId: to }]);
    }
    expect(['x', 'y', 'z', 'me'].map((id) => columnBehind(store, id))).toEqual([
      undefined,
      undefined,
      undefined,
      undefined,
    ]);
  });
});

describe('the fixed columns', () => {
  test('are found by their kind', () => {
    expect(fixedColumn(aBoard(), 'done').id).toBe('done');
    expect(fixedColumn(aBoard(), 'trash').id).toBe('trash');
  });

  test('are there on every board: without them it is our own mistake', () => {
    const store = aBoard();
    store.apply(['column/trash', null]);
    expect(() => fixedColumn(store, 'trash')).toThrow('without its trash column');
  });
});
