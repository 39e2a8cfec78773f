import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBoard, columnId, didNothing, mika, NOW, refused, run, taskId, told } from '../boards/testing.ts';
import type { Store } from '../kernel/index.ts';
import { tasks } from './index.ts';

const trash = (id: string) => ['task.trash', { id: taskId(id) }] as const;
const restore = (id: string) => ['task.restore', { id: taskId(id) }] as const;
const move = (id: string, column: string) =>
  ['task.move', { id: taskId(id), column: columnId(column), after: null }] as const;
const deleteColumn = (id: string, to: string | null) =>
  ['column.delete', { id: columnId(id), to: to === null ? null : columnId(to) }] as const;
const list = (store: Store, column: string): string => store.list(tasks, column).join(' ');

describe('moving a task to Trash', () => {
  test('puts it on top there, with who, when and the way back', () => {
    const store = aBoard({ todo: ['a', 'b', 'c'] });
    run(store, trash('c'));
    expect(told(store, trash('b'), mika)).toEqual([
      { kind: 'task.trashed', taskId: 'b', data: { title: 'b', from: 'todo', fromName: 'todo' } },
    ]);
    expect(list(store, 'trash')).toBe('b c');
    expect(store.get(tasks, 'b')).toMatchObject({
      trashedBy: mika,
      trashedAt: NOW,
      trashedFrom: 'todo',
      trashedAfter: 'a',
    });
  });

  test('twice is nothing to do the second time', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, trash('a'));
    expect(didNothing(store, trash('a'), mika)).toBe(true);
  });

  test('is refused for a task that never was', () => {
    expect(refused(aBoard(), trash('gone'))).toEqual({ code: 'task-gone' });
  });
});

describe('restoring a task', () => {
  test('puts it back where it was, and history says where', () => {
    for (const id of ['a', 'b', 'c']) {
      const store = aBoard({ todo: ['a', 'b', 'c'] });
      const before = store.get(tasks, id);
      run(store, trash(id));
      expect(told(store, restore(id))).toEqual([
        { kind: 'task.restored', taskId: id, data: { title: id, to: 'todo', toName: 'todo' } },
      ]);
      expect(list(store, 'todo')).toBe('a b c');
      expect(store.get(tasks, id)).toEqual({ ...before, position: store.get(tasks, id)?.position });
    }
  });

  test('puts it back into Done, when it was there', () => {
    const store = aBoard({ done: ['a', 'b'] });
    run(store, trash('b'));
    run(store, restore('b'));
    expect(list(store, 'done')).toBe('a b');
  });

  test('of a task that is not in Trash is nothing to do', () => {
    expect(didNothing(aBoard({ todo: ['a'] }), restore('a'))).toBe(true);
  });

  test('of a task that never was is refused', () => {
    expect(refused(aBoard(), restore('gone'))).toEqual({ code: 'task-gone' });
  });

  test('puts it at the end when what stood before it has moved away', () => {
    const store = aBoard({ todo: ['a', 'b', 'c'], doing: [] });
    run(store, trash('b'));
    run(store, move('a', 'doing'));
    run(store, restore('b'));
    expect(list(store, 'todo')).toBe('c b');
  });

  test('puts it at the end when what stood before it moved away and was then trashed from there', () => {
    const store = aBoard({ todo: ['a', 'b', 'c'], doing: ['x'] });
    run(store, trash('b'));
    run(store, move('a', 'doing'));
    run(store, trash('a'));
    run(store, restore('b'));
    expect(list(store, 'todo')).toBe('c b');
  });

  test('finds its place also while what stood before it is in Trash too', () => {
    const store = aBoard({ todo: ['a', 'b', 'c', 'd'] });
    for (const id of ['c', 'b', 'a']) run(store, trash(id));
    run(store, restore('c'));
    expect(list(store, 'todo')).toBe('c d');
    run(store, restore('a'));
    run(store, restore('b'));
    expect(list(store, 'todo')).toBe('a b c d');
  });

  test('restores several, trashed one after the other, to the order they had', () => {
    const ids = ['a', 'b', 'c', 'd', 'e'];
    fc.assert(
      fc.property(fc.shuffledSubarray(ids), (trashed) => {
        const store = aBoard({ todo: ids });
        for (const id of trashed) run(store, trash(id));
        for (const id of trashed.toReversed()) run(store, restore(id));
        expect(store.list(tasks, 'todo')).toEqual(ids);
      }),
    );
  });
});

describe('restoring a task whose column was deleted', () => {
  test('follows the column’s other tasks', () => {
    const store = aBoard({ todo: ['a', 'b', 'c'], doing: ['x'] });
    run(store, trash('b'));
    run(store, deleteColumn('todo', 'doing'));
    run(store, restore('b'));
    expect(list(store, 'doing')).toBe('x a b c');
  });

  test('goes to the end there when nothing stood before it', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x'] });
    run(store, trash('a'));
    run(store, deleteColumn('todo', 'doing'));
    run(store, restore('a'));
    expect(list(store, 'doing')).toBe('x b a');
  });

  test('goes to the first column when the column’s tasks went to Trash', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x'] });
    run(store, deleteColumn('todo', null));
    run(store, restore('b'));
    expect(list(store, 'doing')).toBe('x b');
    expect(store.get(tasks, 'b')).toMatchObject({ trashedFrom: null, trashedAfter: null, trashedBy: null });
    run(store, restore('a'));
    expect(list(store, 'doing')).toBe('x b a');
  });

  test('goes to Done on a board without stages', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, deleteColumn('todo', null));
    run(store, restore('a'));
    expect(list(store, 'done')).toBe('a');
    expect(list(store, 'trash')).toBe('');
  });
});
