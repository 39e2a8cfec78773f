import { describe, expect, test } from 'vitest';
import { aBoard, run, taskId } from '../boards/testing.ts';
import { countOpenTasks } from './index.ts';

describe('open tasks', () => {
  test('are those outside Done and Trash', () => {
    const store = aBoard({ todo: ['a', 'b'], doing: ['c'], done: ['d'] });
    expect(countOpenTasks(store)).toBe(3);
    run(store, ['task.trash', { id: taskId('a') }]);
    expect(countOpenTasks(store)).toBe(2);
    run(store, ['task.restore', { id: taskId('a') }]);
    expect(countOpenTasks(store)).toBe(3);
  });

  test('are none on a board that begins', () => {
    expect(countOpenTasks(aBoard())).toBe(0);
  });
});
