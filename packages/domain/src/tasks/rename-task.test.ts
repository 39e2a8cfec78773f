import { describe, expect, test } from 'vitest';
import { aBoard, didNothing, refused, run, taskId, told } from '../boards/testing.ts';
import { tasks } from './index.ts';

const rename = (id: string, title: string) => ['task.rename', { id: taskId(id), title }] as const;

describe('renaming a task', () => {
  test('gives it a clean title and keeps the old one in history', () => {
    const store = aBoard({ todo: ['a'] });
    expect(told(store, rename('a', ' Team\ndiscount? '))).toEqual([
      { kind: 'task.renamed', taskId: 'a', data: { from: 'a', to: 'Team discount?' } },
    ]);
    expect(store.get(tasks, 'a')?.title).toBe('Team discount?');
  });

  test('leaves its place alone', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    const list = store.list(tasks, 'todo');
    run(store, rename('a', 'zzz'));
    expect(store.list(tasks, 'todo')).toBe(list);
  });

  test('to the title it has is nothing to do', () => {
    expect(didNothing(aBoard({ todo: ['a'] }), rename('a', ' a '))).toBe(true);
  });

  test('is refused for what is gone, and without a fitting title', () => {
    const store = aBoard({ todo: ['a'] });
    expect(refused(store, rename('gone', 'x'))).toEqual({ code: 'task-gone' });
    expect(refused(store, rename('a', '\t'))).toEqual({ code: 'text-empty' });
    expect(refused(store, rename('a', 'x'.repeat(501)))).toEqual({ code: 'text-too-long', info: { max: 500 } });
    run(store, rename('a', 'x'.repeat(500)));
  });
});
