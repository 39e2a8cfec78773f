import type { BoardId, Store } from '@talka/domain/kernel';
import type { Database } from '../../apps/server/src/platform/database/database.ts';
import { boardRowStores, loadBoardMemory } from '../../apps/server/src/boards/index.ts';
import type { Tables } from '../../apps/server/src/platform/database/tables.ts';
import { taskContents } from '../../apps/server/src/tasks/index.ts';

type Rows<Name extends keyof Tables> = readonly Readonly<Tables[Name]>[];

/** Everything SQL says of one board, and what a server would load of it. */
export interface BoardFacts {
  readonly board: Tables['boards'];
  readonly store: Store;
  readonly columns: Rows<'columns'>;
  readonly detours: Rows<'detours'>;
  readonly members: Rows<'board_members'>;
  readonly tasks: Rows<'tasks'>;
  readonly descriptions: Rows<'descriptions'>;
  readonly history: Rows<'history'>;
  readonly clients: Rows<'board_clients'>;
}

export async function readBoardFacts(db: Database['kysely'], board: Tables['boards']): Promise<BoardFacts> {
  const rowStores = [...boardRowStores(), ...taskContents().rowStores];
  const memory = await loadBoardMemory(db, rowStores, board.id as BoardId);
  if (memory === null) throw new Error(`board ${board.id} went away within one snapshot`);
  return {
    board,
    store: memory.store,
    columns: await db.selectFrom('columns').selectAll().where('board_id', '=', board.id).execute(),
    detours: await db.selectFrom('detours').selectAll().where('board_id', '=', board.id).execute(),
    members: await db.selectFrom('board_members').selectAll().where('board_id', '=', board.id).execute(),
    tasks: await db.selectFrom('tasks').selectAll().where('board_id', '=', board.id).execute(),
    descriptions: await db.selectFrom('descriptions').selectAll().where('board_id', '=', board.id).execute(),
    history: await db
      .selectFrom('history')
      .selectAll()
      .where('board_id', '=', board.id)
      .orderBy('seq')
      .orderBy('part')
      .execute(),
    clients: await db.selectFrom('board_clients').selectAll().where('board_id', '=', board.id).execute(),
  };
}
