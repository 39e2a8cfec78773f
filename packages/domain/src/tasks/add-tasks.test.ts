import { describe, expect, test } from 'vitest';
import { aBoard, ada, columnId, mika, NOW, refused, run, taskId, told } from '../boards/testing.ts';
import { LIMITS } from '../kernel/index.ts';
import { descriptions, tasks } from './index.ts';

const add = (column: string, after: string | null, ids: readonly string[]) =>
  [
    'task.add',
    {
      column: columnId(column),
      after: after === null ? null : taskId(after),
      tasks: ids.map((id) => ({ id: taskId(id), title: id })),
    },
  ] as const;

describe('adding tasks', () => {
  test('puts one behind another, at the top, or at the end where the anchor is gone', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x'] });
    run(store, add('todo', 'a', ['after-a']));
    run(store, add('todo', null, ['top']));
    run(store, add('todo', 'gone', ['end']));
    run(store, add('todo', 'x', ['end-too']));
    expect(store.list(tasks, 'todo')).toEqual(['top', 'a', 'after-a', 'b', 'end', 'end-too']);
  });

  test('keeps the order of a paste', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    run(store, add('todo', 'a', ['1', '2', '3']));
    expect(store.list(tasks, 'todo')).toEqual(['a', '1', '2', '3', 'b']);
  });

  test('makes an open task of a clean title, by whom and when', () => {
    const store = aBoard();
    const tidy = { id: taskId('new'), title: ' Call\tthe \u202Ebakery ' };
    const events = told(store, ['task.add', { column: columnId('todo'), after: null, tasks: [tidy] }], mika);
    expect(store.get(tasks, 'new')).toEqual({
      id: 'new',
      columnId: 'todo',
      position: 'a0',
      title: 'Call the bakery',
      described: 0,
      status: 'normal',
      priority: 'normal',
      dueDate: null,
      dueTime: null,
      dueZone: null,
      createdBy: mika,
      createdAt: NOW,
      trashedBy: null,
      trashedAt: null,
      trashedFrom: null,
      trashedAfter: null,
    });
    expect(store.get(descriptions, 'new')).toBeUndefined();
    expect(events).toEqual([
      { kind: 'task.added', taskId: 'new', data: { title: 'Call the bakery', columnId: 'todo', column: 'todo' } },
    ]);
  });

  test('tells history of each task of a paste', () => {
    const events = told(aBoard(), add('todo', null, ['1', '2']));
    expect(events.map((event) => event.taskId)).toEqual(['1', '2']);
  });

  test('into a deleted column goes where its tasks went', () => {
    const store = aBoard({ todo: ['a'], doing: ['b'] });
    run(store, ['column.delete', { id: columnId('todo'), to: columnId('doing') }]);
    run(store, add('todo', 'a', ['new']));
    expect(store.list(tasks, 'doing')).toEqual(['b', 'a', 'new']);
    expect(store.list(tasks, 'todo')).toEqual([]);
  });

  test('into Done is possible, into Trash is not', () => {
    const store = aBoard();
    run(store, add('done', null, ['did-it']));
    expect(store.list(tasks, 'done')).toEqual(['did-it']);
    expect(refused(store, add('trash', null, ['x']))).toEqual({ code: 'column-fixed' });
  });

  test('into a column whose tasks went to Trash is refused', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, ['column.delete', { id: columnId('todo'), to: null }]);
    expect(refused(store, add('todo', 'a', ['new']))).toEqual({ code: 'column-fixed' });
  });

  test('into a column that never was is refused', () => {
    expect(refused(aBoard(), add('never', null, ['x']))).toEqual({ code: 'column-gone' });
  });

  test('of nothing, or of more than a paste may hold, is refused', () => {
    const many = Array.from({ length: LIMITS.tasksPerPaste + 1 }, (_, index) => `t${index}`);
    expect(refused(aBoard(), add('todo', null, []))).toEqual({ code: 'text-empty' });
    expect(refused(aBoard(), add('todo', null, many))).toEqual({ code: 'too-many-lines', info: { max: 500 } });
    const store = aBoard();
    run(store, add('todo', null, many.slice(1)));
    expect(store.list(tasks, 'todo')).toEqual(many.slice(1));
  });

  test('is refused whole when one line of many is', () => {
    for (const [bad, code] of [
      ['\u0000', 'text-empty'],
      ['x'.repeat(501), 'text-too-long'],
    ] as const) {
      const lines = ['good', bad, 'fine'].map((title, index) => ({ id: taskId(`t${index}`), title }));
      const store = aBoard({ todo: ['a'] });
      const problem = refused(store, ['task.add', { column: columnId('todo'), after: null, tasks: lines }]);
      expect(problem.code).toBe(code);
      expect(store.list(tasks, 'todo')).toEqual(['a']);
    }
  });

  test('under an id that is in use, also twice in one paste, is refused', () => {
    const store = aBoard({ todo: ['a'] });
    expect(refused(store, add('todo', null, ['new', 'a']))).toEqual({ code: 'id-taken' });
    expect(refused(store, add('todo', null, ['new', 'new']))).toEqual({ code: 'id-taken' });
    run(store, ['task.trash', { id: taskId('a') }]);
    expect(refused(store, add('todo', null, ['a']), ada)).toEqual({ code: 'id-taken' });
  });

  test('past what a board may hold is refused', () => {
    const ids = Array.from({ length: LIMITS.tasksPerBoard - 1 }, (_, index) => `t${index}`);
    const store = aBoard({ todo: ids });
    expect(refused(store, add('todo', null, ['x', 'y']))).toEqual({ code: 'board-full', info: { max: 50_000 } });
    run(store, add('todo', null, ['x']));
    expect(refused(store, add('todo', null, ['y']))).toEqual({ code: 'board-full', info: { max: 50_000 } });
  });
});
