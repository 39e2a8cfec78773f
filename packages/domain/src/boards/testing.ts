import { expect } from 'vitest';
import { keysBetween } from '../kernel/index.ts';
import type { ColumnId, HistoryEvent, Problem, Store, TagId, TaskId, UserId } from '../kernel/index.ts';
import { dump } from '../kernel/testing.ts';
import type { Task } from '../tasks/index.ts';
import { newTask, tasks } from '../tasks/index.ts';
import { BOARD_TABLES, boardStore, runCommand } from '../wire/index.ts';
import type { AnyCommandName, CommandArguments, Outcome, ServerCommandArguments } from '../wire/index.ts';
import { boards, columns, FIXED_POSITION, members } from './index.ts';
import type { Column, ColumnKind } from './index.ts';

/** Ids in tests are plain words, so that a failure reads. */
export const columnId = (word: string): ColumnId => word as ColumnId;
export const taskId = (word: string): TaskId => word as TaskId;
export const tagId = (word: string): TagId => word as TagId;
export const userId = (word: string): UserId => word as UserId;

export const ada: UserId = userId('ada');
export const mika: UserId = userId('mika');
export const vera: UserId = userId('vera');

export const NOW = 1_700_000_000_000;

/**
 * A board of stages with tasks, each id its name: `aBoard({ todo: ['a', 'b'], doing: [] })`. `done` names tasks of Done.
 * Ada is its Board Admin, Mika a Team Member, Vera a Visitor.
 */
export function aBoard(stages: Readonly<Record<string, readonly string[]>> = { todo: [], doing: [] }): Store {
  const store = boardStore();
  const { done = [], ...own } = stages;
  const names = Object.keys(own);
  const keys = keysBetween(null, null, names.length);
  store.load(boards, [{ id: 'board', accountId: 'account', kind: 'task', name: 'Board', createdAt: NOW }]);
  store.load(columns, [
    ...names.map((name, index): Column => aColumn(name, 'stage', String(keys[index]))),
    aColumn('done', 'done', FIXED_POSITION.done),
    aColumn('trash', 'trash', FIXED_POSITION.trash),
  ]);
  store.load(members, [
    { id: ada, name: 'Ada', role: 'admin' },
    { id: mika, name: 'Mika', role: 'member' },
    { id: vera, name: 'Vera', role: 'visitor' },
  ]);
  store.load(
    tasks,
    [...Object.entries(own), ['done', done] as const].flatMap(([column, ids]) => tasksOf(column, ids)),
  );
  return store;
}

function aColumn(id: string, kind: ColumnKind, position: string): Column {
  return { id, kind, name: kind === 'stage' ? id : '', position };
}

function tasksOf(column: string, ids: readonly string[]): readonly Task[] {
  const keys = keysBetween(null, null, ids.length);
  return ids.map((id, index) =>
    newTask({ id, columnId: column, position: String(keys[index]), title: id, createdBy: ada, createdAt: NOW }),
  );
}

type AllArguments = CommandArguments & ServerCommandArguments;

/** One command as a test writes it. */
export type Call = { [Name in AnyCommandName]: readonly [Name, AllArguments[Name]] }[AnyCommandName];

/** Runs a command that must succeed. */
export function run(store: Store, [name, args]: Call, by: UserId = ada): Outcome {
  const outcome = runCommand(store, { name, args }, { actor: by, now: NOW });
  if (!outcome.ok) throw new Error(`${name} was refused: ${outcome.problem.code}`);
  return outcome.value;
}

/** Runs a command that must succeed, and returns what history says of it. */
export function told(store: Store, call: Call, by: UserId = ada): readonly HistoryEvent[] {
  return run(store, call, by).events;
}

/** Runs a command that must be refused without leaving anything behind. */
export function refused(store: Store, [name, args]: Call, by: UserId = ada): Problem {
  const before = dump(store, BOARD_TABLES);
  const outcome = runCommand(store, { name, args }, { actor: by, now: NOW });
  expect(dump(store, BOARD_TABLES)).toBe(before);
  if (outcome.ok) throw new Error(`${name} was not refused`);
  return outcome.problem;
}

/** Runs a command that must be accepted: did it find nothing to do, and so write, send and tell nothing? */
export function didNothing(store: Store, call: Call, by: UserId = ada): boolean {
  const before = dump(store, BOARD_TABLES);
  const { patches, undo, events } = run(store, call, by);
  return dump(store, BOARD_TABLES) === before && patches.length + undo.length + events.length === 0;
}

/** Names of the columns in order, an unnamed fixed one by its kind. */
export function columnsOf(store: Store): readonly string[] {
  return store.list(columns).map((id) => {
    const column = store.get(columns, id);
    return column?.name === '' ? column.kind : String(column?.name);
  });
}
