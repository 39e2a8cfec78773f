import type { Database } from '../../apps/server/src/platform/database/database.ts';
import { readBoardFacts } from './board-facts.ts';
import type { BoardFacts } from './board-facts.ts';
import { checkHistory } from './check-history.ts';
import { checkRows } from './check-rows.ts';

export interface Audited {
  readonly boards: number;
  readonly tasks: number;
  /** A sentence for each thing that is wrong, with its board. */
  readonly wrong: readonly string[];
}

/** Asked for each board too; answers what it finds wrong. */
export type AlsoCheck = (facts: BoardFacts) => Promise<readonly string[]>;

const BOARD_TABLES = [
  'columns',
  'detours',
  'board_members',
  'tasks',
  'descriptions',
  'history',
  'board_clients',
  'invitations',
] as const;

/** Compares everything that a database says of its boards with itself, board by board, each as of one moment. */
export async function auditDatabase(database: Database, alsoCheck: AlsoCheck = async () => []): Promise<Audited> {
  const boards = await database.kysely.selectFrom('boards').select('id').orderBy('id').execute();
  const wrong = [...(await database.snapshot(findOrphans))];
  let tasks = 0;
  for (const { id } of boards) {
    const facts = await database.snapshot(async (tx) => {
      const board = await tx.selectFrom('boards').selectAll().where('id', '=', id).executeTakeFirst();
      return board === undefined ? null : readBoardFacts(tx, board);
    });
    if (facts === null) continue;
    tasks += facts.tasks.filter(({ deleted_at }) => deleted_at === null).length;
    const found = [...checkRows(facts), ...checkHistory(facts), ...(await alsoCheck(facts))];
    wrong.push(...found.map((sentence) => `board ${id}: ${sentence}`));
  }
  return { boards: boards.length, tasks, wrong };
}

async function findOrphans(db: Database['kysely']): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const table of BOARD_TABLES) {
    const orphans = await db
      .selectFrom(table)
      .select('board_id')
      .distinct()
      .where('board_id', 'not in', db.selectFrom('boards').select('id'))
      .execute();
    wrong.push(...orphans.map(({ board_id }) => `${table} has rows of board ${board_id}, which is not there`));
  }
  return wrong;
}
