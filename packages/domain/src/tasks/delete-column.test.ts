import { describe, expect, test } from 'vitest';
import { columns, detours } from '../boards/index.ts';
import { aBoard, columnId, columnsOf, mika, NOW, refused, run, taskId, told } from '../boards/testing.ts';
import { ORDER_KEY_MAX } from '../kernel/index.ts';
import { tasks } from './index.ts';

const remove = (id: string, to: string | null) =>
  ['column.delete', { id: columnId(id), to: to === null ? null : columnId(to) }] as const;

describe('deleting a column', () => {
  test('moves its tasks, in their order, to the end of another', () => {
    const store = aBoard({ todo: ['a', 'b', 'c'], doing: ['x'] });
    expect(told(store, remove('todo', 'doing'))).toEqual([
      {
        kind: 'column.deleted',
        taskId: null,
        data: { columnId: 'todo', name: 'todo', to: 'doing', toKind: 'stage', count: 3 },
      },
    ]);
    expect(columnsOf(store)).toEqual(['doing', 'done', 'trash']);
    expect(store.list(tasks, 'doing')).toEqual(['x', 'a', 'b', 'c']);
    expect(store.list(tasks, 'todo')).toEqual([]);
    expect(store.get(tasks, 'a')).toMatchObject({ trashedBy: null, trashedFrom: null });
    expect(store.get(detours, 'todo')).toEqual({ id: 'todo', columnId: 'doing' });
  });

  test('moves them to Done as well', () => {
    const store = aBoard({ todo: ['a'], done: ['z'] });
    run(store, remove('todo', 'done'));
    expect(store.list(tasks, 'done')).toEqual(['z', 'a']);
  });

  test('moves them to the top of Trash when nothing else is asked, each with its way back', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x'] });
    run(store, ['task.trash', { id: taskId('x') }]);
    const [event] = told(store, remove('todo', null), mika);
    expect(event?.data).toMatchObject({ toKind: 'trash', count: 2 });
    expect(store.list(tasks, 'trash')).toEqual(['a', 'b', 'x']);
    const way = { trashedBy: mika, trashedAt: NOW, trashedFrom: 'todo' };
    expect(store.get(tasks, 'a')).toMatchObject({ ...way, trashedAfter: null });
    expect(store.get(tasks, 'b')).toMatchObject({ ...way, trashedAfter: 'a' });
  });

  test('to the Trash column by its id is the same', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, remove('todo', 'trash'));
    expect(store.get(tasks, 'a')).toMatchObject({ columnId: 'trash', trashedFrom: 'todo' });
  });

  test('to a column that was deleted meanwhile moves them where that one’s went', () => {
    const store = aBoard({ a: ['1'], b: ['2'], c: ['3'] });
    run(store, remove('b', 'c'));
    run(store, remove('a', 'b'));
    expect(store.list(tasks, 'c')).toEqual(['3', '2', '1']);
  });

  test('without tasks needs no place for them', () => {
    const store = aBoard({ todo: [], doing: [] });
    run(store, remove('todo', 'doing'));
    run(store, remove('doing', null));
    expect(columnsOf(store)).toEqual(['done', 'trash']);
    expect(store.count(tasks)).toBe(0);
  });

  test('gives the other column new keys where they have grown too long', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x', 'y'] });
    store.apply(['task/y', { position: 'z'.repeat(ORDER_KEY_MAX) }]);
    run(store, remove('todo', 'doing'));
    expect(store.list(tasks, 'doing')).toEqual(['x', 'y', 'a', 'b']);
    for (const { position } of store.rows(tasks)) expect(position.length).toBeLessThanOrEqual(5);
  });

  test('is refused for Done, Trash, what is gone, and towards itself or nowhere', () => {
    const store = aBoard({ todo: ['a'], doing: ['x'] });
    expect(refused(store, remove('done', 'todo'))).toEqual({ code: 'column-fixed' });
    expect(refused(store, remove('trash', 'todo'))).toEqual({ code: 'column-fixed' });
    expect(refused(store, remove('gone', 'todo'))).toEqual({ code: 'column-gone' });
    expect(refused(store, remove('todo', 'gone'))).toEqual({ code: 'column-gone' });
    expect(refused(store, remove('todo', 'todo'))).toEqual({ code: 'column-gone' });
    run(store, remove('doing', 'todo'));
    expect(refused(store, remove('todo', 'doing'))).toEqual({ code: 'column-gone' });
    expect(store.get(columns, 'todo')).toBeDefined();
  });

  test('a second time is refused', () => {
    const store = aBoard({ todo: [] });
    run(store, remove('todo', null));
    expect(refused(store, remove('todo', null))).toEqual({ code: 'column-gone' });
  });
});
