import type { AnyTable, Fields, Row } from '@talka/domain/kernel';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** A row as it stands after a command, or null when it is gone. */
export interface RowWrite {
  readonly id: string;
  readonly row: Row | null;
  /** Sequence number of the command that wrote it last. */
  readonly rev: number;
}

export interface RowsSince {
  readonly rows: readonly Row[];
  /** Ids of rows deleted since. */
  readonly gone: readonly string[];
}

/** Keeps the rows of one table of the board's store in SQL. */
export interface RowStore {
  readonly table: AnyTable;
  /** False for rows that are fetched one by one, and so aren't held in memory. */
  readonly held: boolean;
  load(db: Db, boardId: string): Promise<readonly Row[]>;
  /** @param most rows to read; what is beyond is left out */
  since(db: Db, boardId: string, rev: number, most?: number): Promise<RowsSince>;
  write(tx: Transaction<Tables>, boardId: string, writes: readonly RowWrite[], now: number): Promise<void>;
}

/** Where a table's rows lie in SQL: `fields` are the row's fields beside its id, each in a column of its snake name. */
export interface RowLayout {
  readonly table: AnyTable;
  readonly sqlTable:
    | 'columns'
    | 'detours'
    | 'board_members'
    | 'tasks'
    | 'descriptions'
    | 'tags'
    | 'taggings'
    | 'assignments';
  readonly fields: readonly string[];
  readonly held?: boolean;
}

/** SQLite takes at most 32,766 values in a statement; the widest row has 19. */
const ROWS_A_STATEMENT = 500;

export function createRowStore(layout: RowLayout): RowStore {
  const columns = layout.fields.map((field) => ({ field, column: snakeCase(field) }));
  const toRow = (record: Readonly<Record<string, unknown>>): Row => {
    const row: Record<string, unknown> = { id: record['id'] };
    for (const { field, column } of columns) row[field] = record[column];
    return row as unknown as Row;
  };
  return {
    table: layout.table,
    held: layout.held ?? true,
    async load(db, boardId) {
      const records = await untyped(db)
        .selectFrom(layout.sqlTable)
        .selectAll()
        .where('board_id', '=', boardId)
        .where('deleted_at', 'is', null)
        .execute();
      return records.map(toRow);
    },
    async since(db, boardId, rev, most) {
      const changed = untyped(db)
        .selectFrom(layout.sqlTable)
        .selectAll()
        .where('board_id', '=', boardId)
        .where('rev', '>', rev);
      const records = await (most === undefined ? changed : changed.limit(most)).execute();
      const alive = records.filter((record) => record['deleted_at'] === null);
      const dead = records.filter((record) => record['deleted_at'] !== null);
      return { rows: alive.map(toRow), gone: dead.map((record) => String(record['id'])) };
    },
    async write(tx, boardId, writes, now) {
      const records = writes.flatMap(({ id, row, rev }) =>
        row === null ? [] : [toRecord({ boardId, id, row, rev }, columns)],
      );
      await upsert(tx, layout.sqlTable, records);
      for (const { id, row, rev } of writes) {
        if (row === null) await markDeleted(tx, layout.sqlTable, { boardId, id, rev, now });
      }
    },
  };
}

// The rows' shape is given by the layout, so the statements are built untyped; the stores' tests run each of them.
type Untyped = Kysely<Record<string, Record<string, unknown>>>;

function untyped(db: Db): Untyped {
  return db as unknown as Untyped;
}

interface Written {
  readonly boardId: string;
  readonly id: string;
  readonly row: Row;
  readonly rev: number;
}

function toRecord({ boardId, id, row, rev }: Written, columns: readonly { field: string; column: string }[]) {
  const record: Record<string, unknown> = { board_id: boardId, id, rev, deleted_at: null };
  for (const { field, column } of columns) record[column] = (row as unknown as Fields)[field] ?? null;
  return record;
}

async function upsert(tx: Db, sqlTable: string, records: readonly Record<string, unknown>[]): Promise<void> {
  for (let from = 0; from < records.length; from += ROWS_A_STATEMENT) {
    const some = records.slice(from, from + ROWS_A_STATEMENT);
    const changing = Object.keys(some[0] ?? {}).filter((name) => name !== 'board_id' && name !== 'id');
    await untyped(tx)
      .insertInto(sqlTable)
      .values(some)
      .onConflict((conflict) =>
        conflict
          .columns(['board_id', 'id'])
          .doUpdateSet((eb) => Object.fromEntries(changing.map((name) => [name, eb.ref(`excluded.${name}`)]))),
      )
      .execute();
  }
}

async function markDeleted(
  tx: Db,
  sqlTable: string,
  { boardId, id, rev, now }: { boardId: string; id: string; rev: number; now: number },
): Promise<void> {
  await untyped(tx)
    .updateTable(sqlTable)
    .set({ rev, deleted_at: now })
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .execute();
}

function snakeCase(name: string): string {
  return name.replace(/[A-Z]/g, (letter) => `_${letter.toLowerCase()}`);
}
