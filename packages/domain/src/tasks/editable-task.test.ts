import { describe, expect, test } from 'vitest';
import { aBoard, ada, columnId, refused, run, tagId, taskId } from '../boards/testing.ts';
import type { Call } from '../boards/testing.ts';
import { TAG_HUES, tasks } from './index.ts';

const EDITS: readonly (readonly [string, Call])[] = [
  ['its title', ['task.rename', { id: taskId('a'), title: 'new' }]],
  ['its description', ['task.describe', { id: taskId('a'), text: 'new' }]],
  ['its status', ['task.setStatus', { id: taskId('a'), status: 'ready' }]],
  ['its priority', ['task.setPriority', { id: taskId('a'), priority: 'high' }]],
  ['when it is due', ['task.setDue', { id: taskId('a'), due: null }]],
  ['its people', ['task.assign', { id: taskId('a'), user: ada }]],
  ['its people, too', ['task.unassign', { id: taskId('a'), user: ada }]],
  ['its tags', ['task.tag', { id: taskId('a'), tag: tagId('g') }]],
  ['its tags, too', ['task.untag', { id: taskId('a'), tag: tagId('g') }]],
];

describe('a task in Done or Trash', () => {
  test.each(EDITS)('keeps %s until it is moved back', (_what, edit) => {
    const store = aBoard({ todo: [], done: ['a'] });
    run(store, ['tag.add', { id: tagId('g'), name: 'Tag', hue: TAG_HUES[0] ?? 0 }]);
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
