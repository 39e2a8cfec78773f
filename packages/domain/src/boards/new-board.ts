import { cleanLine, keysBetween, LIMITS, must, no, ok } from '../kernel/index.ts';
import type { AccountId, BoardId, Problem, Result, UserId } from '../kernel/index.ts';
import type { Board } from './board.ts';
import { FIXED_POSITION } from './column.ts';
import type { Column } from './column.ts';
import type { Member } from './member.ts';

export interface NewBoard {
  readonly id: BoardId;
  readonly accountId: AccountId;
  readonly name: string;
  /** Names of its stages in order, in the creator's language. */
  readonly stages: readonly string[];
  /** What its Done column is called; '' to show "Done" in each reader's language. */
  readonly done: string;
}

export interface BoardRows {
  readonly board: Board;
  readonly columns: readonly Column[];
  readonly members: readonly Member[];
}

/** The rows of a board that begins: its columns with the two fixed ones, its creator as Board Admin. */
export function newBoard(
  asked: NewBoard,
  creator: { readonly id: UserId; readonly name: string },
  given: { readonly now: number; readonly nextId: () => string },
): Result<BoardRows, Problem> {
  const name = cleanLine(asked.name, LIMITS.boardName);
  if (!name.ok) return name;
  if (asked.stages.length > LIMITS.columnsPerBoard - 2) {
    return no({ code: 'too-many-columns', info: { max: LIMITS.columnsPerBoard } });
  }
  const stages: Column[] = [];
  const keys = keysBetween(null, null, asked.stages.length);
  for (const [index, stage] of asked.stages.entries()) {
    const clean = cleanLine(stage, LIMITS.columnName);
    if (!clean.ok) return clean;
    const position = must(keys[index], 'a key');
    stages.push({ id: given.nextId(), kind: 'stage', name: clean.value, position });
  }
  const done = asked.done.trim() === '' ? ok('') : cleanLine(asked.done, LIMITS.columnName);
  if (!done.ok) return done;
  return ok({
    board: { id: asked.id, accountId: asked.accountId, kind: 'task', name: name.value, createdAt: given.now },
    columns: [
      ...stages,
      { id: given.nextId(), kind: 'done', name: done.value, position: FIXED_POSITION.done },
      { id: given.nextId(), kind: 'trash', name: '', position: FIXED_POSITION.trash },
    ],
    members: [{ id: creator.id, name: creator.name, role: 'admin' }],
  });
}
