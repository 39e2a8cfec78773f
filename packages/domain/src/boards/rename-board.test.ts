import { describe, expect, test } from 'vitest';
import { boards } from './index.ts';
import { aBoard, refused, told, didNothing } from './testing.ts';

const rename = (name: string) => ['board.rename', { name }] as const;

describe('renaming a board', () => {
  test('gives it a clean name and keeps the old one in history', () => {
    const store = aBoard();
    expect(told(store, rename(' Spring\n fair '))).toEqual([
      { kind: 'board.renamed', taskId: null, data: { from: 'Board', to: 'Spring fair' } },
    ]);
    expect([...store.rows(boards)].map(({ name }) => name)).toEqual(['Spring fair']);
  });

  test('to the name it has is nothing to do', () => {
    expect(didNothing(aBoard(), rename('Board'))).toBe(true);
  });

  test('is refused without a name, or with one that is too long', () => {
    expect(refused(aBoard(), rename('\u200B'))).toEqual({ code: 'text-empty' });
    expect(refused(aBoard(), rename('x'.repeat(121)))).toEqual({ code: 'text-too-long', info: { max: 120 } });
  });
});
