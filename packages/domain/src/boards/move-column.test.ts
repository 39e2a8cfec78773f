import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columns, FIXED_POSITION } from './index.ts';
import { aBoard, columnId, columnsOf, refused, run, told, didNothing } from './testing.ts';

const abc = () => aBoard({ a: [], b: [], c: [] });
const move = (id: string, after: string | null) =>
  ['column.move', { id: columnId(id), after: after === null ? null : columnId(after) }] as const;

describe('moving a column', () => {
  test('puts it behind another, or first', () => {
    for (const [id, after, wanted] of [
      ['a', 'b', 'b a c'],
      ['a', 'c', 'b c a'],
      ['c', null, 'c a b'],
      ['c', 'a', 'a c b'],
      ['b', 'a', 'a b c'],
      ['a', null, 'a b c'],
    ] as const) {
      const store = abc();
      run(store, move(id, after));
      expect(columnsOf(store)).toEqual([...wanted.split(' '), 'done', 'trash']);
    }
  });

  test('never puts it behind Done or Trash: it becomes the last stage', () => {
    for (const after of ['done', 'trash', 'gone']) {
      const store = abc();
      run(store, move('a', after));
      expect(columnsOf(store)).toEqual(['b', 'c', 'a', 'done', 'trash']);
    }
  });

  test('behind itself is nothing to do', () => {
    expect(didNothing(abc(), move('b', 'b'))).toBe(true);
  });

  test('works for the only stage', () => {
    const store = aBoard({ a: [] });
    for (const after of [null, 'done', 'gone']) run(store, move('a', after));
    expect(columnsOf(store)).toEqual(['a', 'done', 'trash']);
  });

  test('is told in history', () => {
    expect(told(abc(), move('a', 'b'))).toEqual([
      { kind: 'column.moved', taskId: null, data: { columnId: 'a', name: 'a' } },
    ]);
  });

  test('is refused for Done, Trash, and what is gone', () => {
    const store = abc();
    expect(refused(store, move('done', null))).toEqual({ code: 'column-fixed' });
    expect(refused(store, move('trash', 'a'))).toEqual({ code: 'column-fixed' });
    expect(refused(store, move('gone', null))).toEqual({ code: 'column-gone' });
  });

  test('whatever is moved, Done and Trash stay last, where they were', () => {
    const id = fc.constantFrom('a', 'b', 'c');
    const after = fc.constantFrom('a', 'b', 'c', 'done', 'trash', 'gone', null);
    fc.assert(
      fc.property(fc.array(fc.tuple(id, after), { maxLength: 80 }), (moves) => {
        const store = abc();
        for (const [one, behind] of moves) run(store, move(one, behind));
        expect(columnsOf(store).slice(-2)).toEqual(['done', 'trash']);
        expect(columnsOf(store).slice(0, 3).toSorted()).toEqual(['a', 'b', 'c']);
        expect(store.get(columns, 'done')?.position).toBe(FIXED_POSITION.done);
        expect(store.get(columns, 'trash')?.position).toBe(FIXED_POSITION.trash);
      }),
    );
  });
});
