import { boards, columns, detours, members } from '@talka/domain/boards';
import type { Board } from '@talka/domain/boards';
import type { Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { createRowStore } from './row-store.ts';
import type { RowStore } from './row-store.ts';
import type { BoardTable } from './tables.ts';

/** The rows this slice owns; the tasks slice adds its own. */
export function boardRowStores(): readonly RowStore[] {
  return [
    boardRows,
    createRowStore({ table: columns, sqlTable: 'columns', fields: ['kind', 'name', 'position'] }),
    createRowStore({ table: detours, sqlTable: 'detours', fields: ['columnId'] }),
    createRowStore({ table: members, sqlTable: 'board_members', fields: ['name', 'role'] }),
  ];
}

/** A board's own row carries its counters too, which the commit writes; only its name is a person's to change. */
const boardRows: RowStore = {
  table: boards,
  held: true,
  async load(db, boardId) {
    const records = await db.selectFrom('boards').selectAll().where('id', '=', boardId).execute();
    return records.map(toBoard);
  },
  async since(db, boardId, rev) {
    const records = await db
      .selectFrom('boards')
      .selectAll()
      .where('id', '=', boardId)
      .where('rev', '>', rev)
      .execute();
    return { rows: records.map(toBoard), gone: [] };
  },
  async write(tx: Transaction<Tables>, boardId, writes) {
    for (const { row, rev } of writes) {
      if (row === null) continue;
      const { name } = row as Board;
      await tx.updateTable('boards').set({ name, rev }).where('id', '=', boardId).execute();
    }
  },
};

function toBoard(record: BoardTable): Board {
  return {
    id: record.id,
    accountId: record.account_id,
    kind: record.kind,
    name: record.name,
    createdAt: record.created_at,
  };
}
