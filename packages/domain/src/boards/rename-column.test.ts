import { describe, expect, test } from 'vitest';
import { columns } from './index.ts';
import { aBoard, columnId, refused, run, told, didNothing } from './testing.ts';

const rename = (id: string, name: string) => ['column.rename', { id: columnId(id), name }] as const;

describe('renaming a column', () => {
  test('gives it a clean name and keeps the old one in history', () => {
    const store = aBoard();
    expect(told(store, rename('todo', ' To  do '))).toEqual([
      { kind: 'column.renamed', taskId: null, data: { columnId: 'todo', from: 'todo', to: 'To do' } },
    ]);
    expect(store.get(columns, 'todo')?.name).toBe('To do');
  });

  test('gives Done a name of the team’s own', () => {
    const store = aBoard();
    run(store, rename('done', 'Completed'));
    expect(store.get(columns, 'done')).toMatchObject({ kind: 'done', name: 'Completed' });
  });

  test('to the name it has is nothing to do', () => {
    expect(didNothing(aBoard(), rename('todo', ' todo '))).toBe(true);
  });

  test('is refused for Trash, for what is gone, and without a fitting name', () => {
    const store = aBoard();
    expect(refused(store, rename('trash', 'Bin'))).toEqual({ code: 'column-fixed' });
    expect(refused(store, rename('gone', 'x'))).toEqual({ code: 'column-gone' });
    expect(refused(store, rename('todo', ' '))).toEqual({ code: 'text-empty' });
    expect(refused(store, rename('todo', 'x'.repeat(81)))).toEqual({ code: 'text-too-long', info: { max: 80 } });
  });
});
