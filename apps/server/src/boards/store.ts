import type { BoardRole, BoardRows } from '@talka/domain/boards';
import type { AccountId, UserId } from '@talka/domain/kernel';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { RowStore } from './row-store.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** A board as Home shows it. */
export interface BoardSummary {
  readonly id: string;
  readonly name: string;
  readonly kind: 'task';
  readonly accountId: string;
  readonly accountName: string;
  /** The role given on the board; null where the account's alone opens it. */
  readonly boardRole: BoardRole | null;
  readonly accountRole: 'owner' | 'admin' | null;
  readonly openTasks: number;
  /** Epoch milliseconds. */
  readonly updatedAt: number;
}

/** Every board a person may see: those whose team they are on, and all of the accounts they own or administer. */
export async function boardsOf(db: Db, userId: UserId): Promise<readonly BoardSummary[]> {
  const rows = await db
    .selectFrom('boards')
    .innerJoin('accounts', 'accounts.id', 'boards.account_id')
    .leftJoin('board_members', (join) =>
      join
        .onRef('board_members.board_id', '=', 'boards.id')
        .on('board_members.id', '=', userId)
        .on('board_members.deleted_at', 'is', null),
    )
    .leftJoin('account_admins', (join) =>
      join.onRef('account_admins.account_id', '=', 'boards.account_id').on('account_admins.user_id', '=', userId),
    )
    .select([
      'boards.id',
      'boards.name',
      'boards.kind',
      'boards.account_id',
      'boards.open_tasks',
      'boards.updated_at',
      'accounts.name as account_name',
      'accounts.owner_id',
      'account_admins.user_id as admin_id',
      'board_members.role as board_role',
    ])
    .where((eb) =>
      eb.or([
        eb('board_members.role', 'is not', null),
        eb('accounts.owner_id', '=', userId),
        eb('account_admins.user_id', 'is not', null),
      ]),
    )
    .orderBy('boards.updated_at', 'desc')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    kind: row.kind,
    accountId: row.account_id,
    accountName: row.account_name,
    boardRole: row.board_role,
    accountRole: row.owner_id === userId ? 'owner' : row.admin_id === null ? null : 'admin',
    openTasks: row.open_tasks,
    updatedAt: row.updated_at,
  }));
}

export interface PersonOnBoard {
  readonly boardId: string;
  readonly id: string;
  readonly name: string;
}

/** The teams of some boards, by name. */
export async function teamsOf(db: Db, boardIds: readonly string[]): Promise<readonly PersonOnBoard[]> {
  if (boardIds.length === 0) return [];
  return db
    .selectFrom('board_members')
    .select(['board_id as boardId', 'id', 'name'])
    .where('board_id', 'in', [...boardIds])
    .where('deleted_at', 'is', null)
    .orderBy('name')
    .execute();
}

/** Is this person Team Member or Board Admin on any board of the account? Such people may create boards in it. */
export async function worksInAccount(db: Db, accountId: AccountId, userId: UserId): Promise<boolean> {
  const found = await db
    .selectFrom('board_members')
    .innerJoin('boards', 'boards.id', 'board_members.board_id')
    .select('board_members.id')
    .where('boards.account_id', '=', accountId)
    .where('board_members.id', '=', userId)
    .where('board_members.deleted_at', 'is', null)
    .where('board_members.role', 'in', ['member', 'admin'])
    .limit(1)
    .executeTakeFirst();
  return found !== undefined;
}

interface Beginning {
  readonly rows: BoardRows;
  readonly createdBy: UserId;
  readonly now: number;
}

/** Stores a board that begins. False when its id is taken. */
export async function insertBoard(
  tx: Transaction<Tables>,
  rowStores: readonly RowStore[],
  { rows, createdBy, now }: Beginning,
): Promise<boolean> {
  const { board } = rows;
  const { numInsertedOrUpdatedRows: inserted } = await tx
    .insertInto('boards')
    .values({
      id: board.id,
      account_id: board.accountId,
      kind: board.kind,
      name: board.name,
      created_by: createdBy,
      created_at: now,
      updated_at: now,
      seq: 1,
      rev: 1,
      open_tasks: 0,
    })
    .onConflict((conflict) => conflict.column('id').doNothing())
    .executeTakeFirstOrThrow();
  if (inserted === 0n) return false;
  const tables: Readonly<Record<string, readonly { readonly id: string }[]>> = {
    column: rows.columns,
    member: rows.members,
  };
  for (const rowStore of rowStores) {
    const writes = (tables[rowStore.table.name] ?? []).map((row) => ({ id: row.id, row, rev: 1 }));
    if (writes.length > 0) await rowStore.write(tx, board.id, writes, now);
  }
  await tx
    .insertInto('history')
    .values({
      board_id: board.id,
      seq: 1,
      part: 0,
      at: now,
      actor_id: createdBy,
      task_id: null,
      kind: 'board.created',
      data: JSON.stringify({ name: board.name }),
    })
    .execute();
  return true;
}
