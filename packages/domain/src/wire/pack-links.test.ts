import { describe, expect, test } from 'vitest';
import { packTable, unpackTable } from './pack-links.ts';

const TASKS = ['a', 'b', 'c', 'd'];
const PLACES = new Map(TASKS.map((id, at) => [id, at]));
const LINKS = { id: ['a.x', 'c.x', 'b.y'], taskId: ['a', 'c', 'b'], tagId: ['x', 'x', 'y'] };

describe('links in a snapshot', () => {
  test('only point at their tasks', () => {
    const packed = packTable('tagging', LINKS, PLACES);
    expect(packed).toEqual({ taskId: { steps: [0, 2, -1] }, tagId: ['x', 'x', 'y'] });
    expect(unpackTable('tagging', packed, TASKS)).toEqual(LINKS);
  });

  test('of no task here travel as they are', () => {
    const links = { id: ['z.x'], taskId: ['z'], tagId: ['x'] };
    const packed = packTable('tagging', links, PLACES);
    expect(packed).toEqual(links);
    expect(unpackTable('tagging', packed, TASKS)).toEqual(links);
  });

  test('are none where there are none', () => {
    expect(unpackTable('assignment', packTable('assignment', {}, PLACES), TASKS)['id']).toEqual([]);
  });

  test('of people point at them by where they were said first', () => {
    const taskId = Array.from({ length: 40 }, (_, at) => TASKS[at % 4] ?? '');
    const userId = taskId.map((_, at) => `u${at % 2}`);
    const links = { id: taskId.map((task, at) => `${task}.${userId[at]}`), taskId, userId };
    const packed = packTable('assignment', links, PLACES);
    expect(packed['userId']).toMatchObject({ of: ['u0', 'u1'] });
    expect(unpackTable('assignment', packed, TASKS)).toEqual(links);
  });

  test('are no other table’s business', () => {
    const rows = { id: ['a'], taskId: ['b'] };
    expect(packTable('later', rows, PLACES)).toEqual(rows);
  });
});
