import { describe, expect, test } from 'vitest';
import { LIMITS } from '../kernel/index.ts';
import { aBoard, columnId, columnsOf, refused, run, told } from './testing.ts';
import { columns } from './index.ts';

const add = (id: string, after: string | null, name = id) =>
  ['column.add', { id: columnId(id), name, after: after === null ? null : columnId(after) }] as const;

describe('a new column', () => {
  test('stands behind the one it was asked behind', () => {
    const store = aBoard({ todo: [], doing: [] });
    run(store, add('review', 'todo'));
    run(store, add('first', null));
    run(store, add('last', 'doing'));
    expect(columnsOf(store)).toEqual(['first', 'todo', 'review', 'doing', 'last', 'done', 'trash']);
  });

  test('is the last stage where it was asked behind Done, Trash, or a column that is gone', () => {
    for (const after of ['done', 'trash', 'gone']) {
      const store = aBoard({ todo: [], doing: [] });
      run(store, add('new', after));
      expect(columnsOf(store)).toEqual(['todo', 'doing', 'new', 'done', 'trash']);
    }
  });

  test('stands ahead of Done on a board without stages', () => {
    for (const after of ['done', 'gone', null]) {
      const store = aBoard({});
      run(store, add('new', after));
      expect(columnsOf(store)).toEqual(['new', 'done', 'trash']);
    }
  });

  test('is a stage with a clean name, and told in history', () => {
    const store = aBoard();
    const events = told(store, add('new', null, '  In\u202E\n review '));
    expect(store.get(columns, 'new')).toMatchObject({ kind: 'stage', name: 'In review' });
    expect(events).toEqual([{ kind: 'column.added', taskId: null, data: { columnId: 'new', name: 'In review' } }]);
  });

  test('needs a name that is not too long', () => {
    const store = aBoard();
    expect(refused(store, add('new', null, ' \u0000 '))).toEqual({ code: 'text-empty' });
    expect(refused(store, add('new', null, 'x'.repeat(81)))).toEqual({ code: 'text-too-long', info: { max: 80 } });
  });

  test('is refused an id that is in use, or was once', () => {
    const store = aBoard();
    expect(refused(store, add('todo', null))).toEqual({ code: 'id-taken' });
    run(store, ['column.delete', { id: columnId('todo'), to: null }]);
    expect(refused(store, add('todo', null))).toEqual({ code: 'id-taken' });
  });

  test('is refused past the limit, which counts Done and Trash', () => {
    const names = Array.from({ length: LIMITS.columnsPerBoard - 3 }, (_, index) => `c${index}`);
    const store = aBoard(Object.fromEntries(names.map((name) => [name, []])));
    run(store, add('last', 'done'));
    expect(store.count(columns)).toBe(LIMITS.columnsPerBoard);
    expect(refused(store, add('one-more', null))).toEqual({ code: 'too-many-columns', info: { max: 100 } });
  });
});
