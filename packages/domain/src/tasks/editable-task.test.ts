import { describe, expect, test } from 'vitest';
import { aBoard, columnId, refused, run, taskId } from '../boards/testing.ts';
import type { Call } from '../boards/testing.ts';
import { tasks } from './index.ts';

const EDITS: readonly (readonly [string, Call])[] = [
  ['its title', ['task.rename', { id: taskId('a'), title: 'new' }]],
  ['its description', ['task.describe', { id: taskId('a'), text: 'new' }]],
  ['its status', ['task.setStatus', { id: taskId('a'), status: 'ready' }]],
  ['its priority', ['task.setPriority', { id: taskId('a'), priority: 'high' }]],
];

describe('a task in Done or Trash', () => {
  test.each(EDITS)('keeps %s until it is moved back', (_what, edit) => {
    const store = aBoard({ todo: [], done: ['a'] });
    expect(refused(store, edit)).toEqual({ code: 'task-frozen' });
    run(store, ['task.trash', { id: taskId('a') }]);
    expect(refused(store, edit)).toEqual({ code: 'task-frozen' });
    run(store, ['task.move', { id: taskId('a'), column: columnId('todo'), after: null }]);
    run(store, edit);
  });

  test('can still be moved, trashed and restored', () => {
    const store = aBoard({ todo: [], done: ['a'] });
    run(store, ['task.trash', { id: taskId('a') }]);
    run(store, ['task.restore', { id: taskId('a') }]);
    expect(store.list(tasks, 'done')).toEqual(['a']);
  });
});
