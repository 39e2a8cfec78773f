import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBoard, columnId, didNothing, mika, NOW, refused, run, taskId, told } from '../boards/testing.ts';
import { tasks } from './index.ts';

const move = (id: string, column: string, after: string | null) =>
  ['task.move', { id: taskId(id), column: columnId(column), after: after === null ? null : taskId(after) }] as const;

describe('moving a task inside its column', () => {
  test('puts it behind another, at the top, or at the end where the anchor is gone', () => {
    for (const [id, after, wanted] of [
      ['a', 'b', 'b a c'],
      ['a', 'c', 'b c a'],
      ['c', null, 'c a b'],
      ['b', 'gone', 'a c b'],
      ['b', 'x', 'a c b'],
      ['b', 'a', 'a b c'],
    ] as const) {
      const store = aBoard({ todo: ['a', 'b', 'c'], doing: ['x'] });
      run(store, move(id, 'todo', after));
      expect(store.list(tasks, 'todo').join(' ')).toBe(wanted);
    }
  });

  test('is not worth a line of history', () => {
    expect(told(aBoard({ todo: ['a', 'b'] }), move('a', 'todo', 'b'))).toEqual([]);
  });

  test('behind itself is nothing to do', () => {
    expect(didNothing(aBoard({ todo: ['a', 'b'] }), move('a', 'todo', 'a'))).toBe(true);
  });
});

describe('moving a task to another column', () => {
  test('puts it at its place there, and history says from where to where', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x', 'y'] });
    expect(told(store, move('a', 'doing', 'x'))).toEqual([
      {
        kind: 'task.moved',
        taskId: 'a',
        data: { title: 'a', from: 'todo', fromName: 'todo', to: 'doing', toName: 'doing' },
      },
    ]);
    expect(store.list(tasks, 'todo')).toEqual(['b']);
    expect(store.list(tasks, 'doing')).toEqual(['x', 'a', 'y']);
  });

  test('behind itself, as a stale page may ask, is its end', () => {
    const store = aBoard({ todo: ['a'], doing: ['x', 'y'] });
    run(store, move('a', 'doing', 'a'));
    expect(store.list(tasks, 'doing')).toEqual(['x', 'y', 'a']);
  });

  test('that was deleted goes where its tasks went, also to Trash', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['x'], review: [] });
    run(store, ['column.delete', { id: columnId('doing'), to: columnId('review') }]);
    run(store, move('a', 'doing', 'x'));
    expect(store.list(tasks, 'review')).toEqual(['x', 'a']);
    run(store, ['column.delete', { id: columnId('review'), to: null }]);
    run(store, move('b', 'doing', 'x'), mika);
    expect(store.list(tasks, 'trash')).toEqual(['x', 'b', 'a']);
    expect(store.get(tasks, 'b')).toMatchObject({ trashedBy: mika, trashedFrom: 'todo' });
  });

  test('into Trash remembers its way back, out of it forgets it', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    run(store, move('b', 'trash', null), mika);
    expect(store.get(tasks, 'b')).toMatchObject({
      columnId: 'trash',
      trashedBy: mika,
      trashedAt: NOW,
      trashedFrom: 'todo',
      trashedAfter: 'a',
    });
    run(store, move('b', 'done', null));
    expect(store.get(tasks, 'b')).toMatchObject({
      columnId: 'done',
      trashedBy: null,
      trashedAt: null,
      trashedFrom: null,
      trashedAfter: null,
    });
  });

  test('inside Trash keeps the way back', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    run(store, move('a', 'trash', null), mika);
    run(store, move('b', 'trash', null));
    run(store, move('a', 'trash', null));
    expect(store.list(tasks, 'trash')).toEqual(['a', 'b']);
    expect(store.get(tasks, 'a')).toMatchObject({ trashedBy: mika, trashedFrom: 'todo' });
  });

  test('is refused for a task or a column that never was', () => {
    const store = aBoard({ todo: ['a'] });
    expect(refused(store, move('gone', 'todo', null))).toEqual({ code: 'task-gone' });
    expect(refused(store, move('a', 'gone', null))).toEqual({ code: 'column-gone' });
  });
});

describe('any moves', () => {
  test('leave each task in exactly one list, where a plain model has it', () => {
    const id = fc.constantFrom('a', 'b', 'c', 'd', 'e');
    const step = fc.record({ id, column: fc.constantFrom('todo', 'doing', 'done', 'trash'), after: fc.option(id) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const store = aBoard({ todo: ['a', 'b', 'c'], doing: ['d', 'e'] });
        const model = new Map<string, string[]>([
          ['todo', ['a', 'b', 'c']],
          ['doing', ['d', 'e']],
          ['done', []],
          ['trash', []],
        ]);
        for (const { id: one, column, after } of steps) {
          run(store, move(one, column, after));
          const target = model.get(column) ?? [];
          if (after === one && target.includes(one)) continue;
          for (const [name, ids] of model)
            model.set(
              name,
              ids.filter((other) => other !== one),
            );
          const list = model.get(column) ?? [];
          const anchor = after === null ? -1 : list.indexOf(after);
          list.splice(after !== null && anchor < 0 ? list.length : anchor + 1, 0, one);
        }
        for (const [name, ids] of model) expect(store.list(tasks, name)).toEqual(ids);
      }),
      { numRuns: 200 },
    );
  });
});
