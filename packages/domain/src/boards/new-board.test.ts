import { describe, expect, test } from 'vitest';
import { LIMITS } from '../kernel/index.ts';
import type { AccountId, BoardId } from '../kernel/index.ts';
import { boardStore } from '../wire/index.ts';
import { columns, newBoard, TEMPLATES } from './index.ts';
import type { BoardRows, NewBoard } from './index.ts';
import { ada, columnsOf, NOW } from './testing.ts';

const asked: NewBoard = {
  id: 'board-1' as BoardId,
  accountId: 'account-1' as AccountId,
  name: 'Fair',
  stages: ['To Do', 'Doing'],
  done: 'Completed',
};

function make(change: Partial<NewBoard> = {}): ReturnType<typeof newBoard> {
  let made = 0;
  const nextId = (): string => `id-${(made += 1)}`;
  return newBoard({ ...asked, ...change }, { id: ada, name: 'Ada' }, { now: NOW, nextId });
}

function rowsOf(change: Partial<NewBoard> = {}): BoardRows {
  const made = make(change);
  if (!made.ok) throw new Error(made.problem.code);
  return made.value;
}

describe('a new board', () => {
  test('has its stages in order, then Done and Trash', () => {
    const store = boardStore();
    store.load(columns, rowsOf().columns.toReversed());
    expect(columnsOf(store)).toEqual(['To Do', 'Doing', 'Completed', 'trash']);
    expect(rowsOf().columns.map(({ kind }) => kind)).toEqual(['stage', 'stage', 'done', 'trash']);
    expect(new Set(rowsOf().columns.map(({ id }) => id)).size).toBe(4);
  });

  test('belongs to its account, and its creator is Board Admin', () => {
    expect(rowsOf({ name: '  Spring  fair ' }).board).toEqual({
      id: 'board-1',
      accountId: 'account-1',
      kind: 'task',
      name: 'Spring fair',
      createdAt: NOW,
    });
    expect(rowsOf().members).toEqual([{ id: ada, name: 'Ada', role: 'admin' }]);
  });

  test('may begin without stages, and with Done in each reader’s language', () => {
    const { columns: made } = rowsOf({ stages: [], done: '  ' });
    expect(made.map(({ kind, name }) => [kind, name])).toEqual([
      ['done', ''],
      ['trash', ''],
    ]);
  });

  test('needs a name, and names of its columns, that can be read', () => {
    for (const change of [{ name: ' ' }, { stages: ['To Do', '\u0000'] }]) {
      expect(make(change)).toEqual({ ok: false, problem: { code: 'text-empty' } });
    }
    expect(make({ name: 'x'.repeat(121) })).toMatchObject({ problem: { code: 'text-too-long', info: { max: 120 } } });
    for (const change of [{ stages: ['x'.repeat(81)] }, { done: 'x'.repeat(81) }]) {
      expect(make(change)).toMatchObject({ problem: { code: 'text-too-long', info: { max: 80 } } });
    }
  });

  test('has as many columns as the limit at most', () => {
    const stages = Array.from({ length: LIMITS.columnsPerBoard - 2 }, (_, index) => `Stage ${index}`);
    expect(rowsOf({ stages }).columns).toHaveLength(LIMITS.columnsPerBoard);
    expect(make({ stages: [...stages, 'One more'] })).toMatchObject({ problem: { code: 'too-many-columns' } });
  });
});

describe('the templates', () => {
  test('are the four of the product and an empty one', () => {
    expect(TEMPLATES.map(({ id, stages, done }) => [id, ...stages, done])).toEqual([
      ['basic', 'to-do', 'doing', 'completed'],
      ['customer-success', 'new-tickets', 'open-tickets', 'feature-requests', 'bugs', 'completed'],
      ['helpdesk', 'to-do', 'doing', 'completed'],
      ['project-management', 'strategy', 'design', 'development', 'testing', 'completed'],
      ['empty', null],
    ]);
  });

  test('each makes a board', () => {
    for (const { stages, done } of TEMPLATES) {
      expect(rowsOf({ stages, done: done ?? '' }).columns).toHaveLength(stages.length + 2);
    }
  });
});
