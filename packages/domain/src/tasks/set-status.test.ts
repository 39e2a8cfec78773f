import { describe, expect, test } from 'vitest';
import { aBoard, didNothing, mika, refused, run, taskId, told } from '../boards/testing.ts';
import { TASK_PRIORITIES, TASK_STATUSES, tasks } from './index.ts';
import type { TaskPriority, TaskStatus } from './index.ts';

const status = (id: string, to: TaskStatus) => ['task.setStatus', { id: taskId(id), status: to }] as const;
const priority = (id: string, to: TaskPriority) => ['task.setPriority', { id: taskId(id), priority: to }] as const;

describe('the status of a task', () => {
  test('is normal at first, and any of seven', () => {
    const store = aBoard({ todo: ['a'] });
    expect(store.get(tasks, 'a')?.status).toBe('normal');
    for (const one of TASK_STATUSES.toReversed()) {
      run(store, status('a', one), mika);
      expect(store.get(tasks, 'a')?.status).toBe(one);
    }
  });

  test('is told in history with the one before', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, status('a', 'blocked'));
    expect(told(store, status('a', 'ready'))).toEqual([
      { kind: 'task.status-changed', taskId: 'a', data: { from: 'blocked', to: 'ready' } },
    ]);
  });

  test('leaves the column, the place and the priority alone', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    const list = store.list(tasks, 'todo');
    run(store, priority('a', 'high'));
    expect(run(store, status('a', 'on-hold')).patches).toEqual([['task/a', { status: 'on-hold' }]]);
    expect(store.list(tasks, 'todo')).toBe(list);
    expect(store.get(tasks, 'a')?.priority).toBe('high');
  });

  test('that it has already is nothing to do', () => {
    expect(didNothing(aBoard({ todo: ['a'] }), status('a', 'normal'))).toBe(true);
  });

  test('is refused for what is gone', () => {
    expect(refused(aBoard(), status('gone', 'ready'))).toEqual({ code: 'task-gone' });
  });
});

describe('the priority of a task', () => {
  test('is normal at first, high or critical', () => {
    const store = aBoard({ todo: ['a'] });
    expect(store.get(tasks, 'a')?.priority).toBe('normal');
    for (const one of TASK_PRIORITIES.toReversed()) {
      run(store, priority('a', one), mika);
      expect(store.get(tasks, 'a')?.priority).toBe(one);
    }
  });

  test('is told in history with the one before', () => {
    const store = aBoard({ todo: ['a'] });
    expect(told(store, priority('a', 'critical'))).toEqual([
      { kind: 'task.priority-changed', taskId: 'a', data: { from: 'normal', to: 'critical' } },
    ]);
  });

  test('that it has already is nothing to do', () => {
    expect(didNothing(aBoard({ todo: ['a'] }), priority('a', 'normal'))).toBe(true);
  });

  test('is refused for what is gone', () => {
    expect(refused(aBoard(), priority('gone', 'high'))).toEqual({ code: 'task-gone' });
  });
});
