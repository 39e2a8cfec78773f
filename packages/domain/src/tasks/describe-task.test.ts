import { describe, expect, test } from 'vitest';
import { aBoard, refused, run, taskId, told } from '../boards/testing.ts';
import { LIMITS } from '../kernel/index.ts';
import { descriptions, tasks } from './index.ts';

const write = (id: string, text: string) => ['task.describe', { id: taskId(id), text }] as const;

describe('describing a task', () => {
  test('keeps its text, of any number of lines, and marks the task', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    expect(told(store, write('a', 'One\r\n\ttwo\u202E  \n'))).toEqual([
      { kind: 'task.described', taskId: 'a', data: { length: 8 } },
    ]);
    expect(store.get(descriptions, 'a')?.text).toBe('One\n\ttwo');
    expect([...store.rows(tasks)].map(({ id, described }) => [id, described])).toEqual([
      ['a', 1],
      ['b', 0],
    ]);
  });

  test('again replaces the text', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, write('a', 'one'));
    const { patches } = run(store, write('a', 'two'));
    expect(patches).toEqual([['description/a', { id: 'a', text: 'two' }]]);
    expect(store.get(descriptions, 'a')?.text).toBe('two');
  });

  test('sends the whole text, since the reader may not have the old one', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, write('a', 'one'));
    const reader = aBoard({ todo: ['a'] });
    for (const patch of run(store, write('a', 'two')).patches) reader.apply(patch);
    expect(reader.get(descriptions, 'a')).toEqual({ id: 'a', text: 'two' });
  });

  test('with nothing takes the mark off', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, write('a', 'one'));
    run(store, write('a', ' \n '));
    expect(store.get(tasks, 'a')?.described).toBe(0);
    expect(store.get(descriptions, 'a')?.text).toBe('');
  });

  test('is refused for what is gone and past the limit', () => {
    const store = aBoard({ todo: ['a'] });
    expect(refused(store, write('gone', 'x'))).toEqual({ code: 'task-gone' });
    const max = LIMITS.taskDescription;
    expect(refused(store, write('a', 'x'.repeat(max + 1)))).toEqual({ code: 'text-too-long', info: { max: 100_000 } });
    run(store, write('a', 'x'.repeat(max)));
  });
});
