import { detours, members } from '@talka/domain/boards';
import type { Row } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { taskContents } from '../tasks/index.ts';
import type { RowStore, RowWrite } from './row-store.ts';
import { boardRowStores } from './row-stores.ts';
import { aStoredBoard } from './testing/stored-board.ts';
import type { StoredBoard } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';

const NOW = 1_800_000_000_000;

describeOnEachEngine('a row store', (openTestDatabase) => {
  let database: Database;
  let board: StoredBoard;
  let taskRows: RowStore;

  beforeEach(async () => {
    database = await openTestDatabase();
    board = await aStoredBoard(database);
    taskRows = storeOf(tasks.name);
  });

  function storeOf(name: string): RowStore {
    const all = [...boardRowStores(), ...taskContents().rowStores];
    const found = all.find(({ table }) => table.name === name);
    if (found === undefined) throw new Error(`no store of ${name}`);
    return found;
  }

  const write = (store: RowStore, ...writes: RowWrite[]): Promise<void> =>
    database.transaction((tx) => store.write(tx, board.boardId, writes, NOW));
  const load = (store: RowStore): Promise<readonly Row[]> => store.load(database.kysely, board.boardId);
  const since = (store: RowStore, rev: number) => store.since(database.kysely, board.boardId, rev);

  function aTask(id: string, fields: object = {}): Row {
    const trashed = { trashedBy: null, trashedAt: null, trashedFrom: null, trashedAfter: null };
    const place = { columnId: board.todo, position: 'a0', title: 'Ł 漢 🎈 "quoted" \\ ; --', described: 0 };
    const plain = { status: 'normal', priority: 'normal', dueDate: null, dueTime: null, dueZone: null };
    const row = { id, ...place, ...plain, createdBy: board.ada, createdAt: NOW, ...trashed, ...fields };
    return row;
  }

  it('gives back what was written, to the last field', async () => {
    const id = newId();
    const trash = { trashedBy: board.mika, trashedAt: NOW + 1, trashedFrom: board.doing, trashedAfter: newId() };
    const due = { dueDate: '2026-12-24', dueTime: '14:30', dueZone: 'Europe/Riga' };
    const rows = [
      aTask(id),
      aTask(newId(), { described: 1, status: 'on-hold', priority: 'critical', ...due, ...trash }),
    ];
    await write(taskRows, ...rows.map((row) => ({ id: row.id, row, rev: 2 })));
    const byId = (one: Row, other: Row) => (one.id < other.id ? -1 : 1);
    expect([...(await load(taskRows))].sort(byId)).toStrictEqual(rows.toSorted(byId));
  });

  it('tells what changed since a number, and nothing before', async () => {
    const [old, changed, fresh] = [newId(), newId(), newId()];
    await write(taskRows, { id: old, row: aTask(old), rev: 2 }, { id: changed, row: aTask(changed), rev: 3 });
    await write(taskRows, { id: changed, row: aTask(changed, { title: 'New' }), rev: 4 });
    await write(taskRows, { id: fresh, row: aTask(fresh), rev: 5 });
    expect((await since(taskRows, 3)).rows.map(({ id }) => id).toSorted()).toEqual([changed, fresh].toSorted());
    expect(await since(taskRows, 4)).toEqual({ rows: [aTask(fresh)], gone: [] });
    expect(await since(taskRows, 5)).toEqual({ rows: [], gone: [] });
  });

  it('keeps a deleted row as gone, and takes it back when it is added again', async () => {
    const row = { id: board.mika, name: 'Mika', role: 'visitor' };
    const team = storeOf(members.name);
    await write(team, { id: row.id, row, rev: 2 });
    await write(team, { id: row.id, row: null, rev: 3 });
    expect((await load(team)).map(({ id }) => id)).toEqual([board.ada]);
    expect(await since(team, 2)).toEqual({ rows: [], gone: [board.mika] });
    await write(team, { id: row.id, row: { ...row, name: 'Mika M.' } as Row, rev: 4 });
    expect(await since(team, 3)).toEqual({ rows: [{ ...row, name: 'Mika M.' }], gone: [] });
  });

  it('takes no notice of a row that came and went within one batch', async () => {
    const store = storeOf(detours.name);
    await write(store, { id: newId(), row: null, rev: 2 });
    expect([await load(store), await since(store, 0)]).toEqual([[], { rows: [], gone: [] }]);
  });

  it('writes more rows than one statement takes', async () => {
    const writes = Array.from({ length: 5_003 }, () => newId()).map((id) => ({ id, row: aTask(id), rev: 2 }));
    await write(taskRows, ...writes);
    expect(await load(taskRows)).toHaveLength(5_003);
  });

  it('keeps boards apart, though their rows have the same ids', async () => {
    const id = newId();
    const other = await aStoredBoard(await openTestDatabase());
    await write(taskRows, { id, row: aTask(id), rev: 2 });
    expect(await taskRows.load(database.kysely, other.boardId)).toEqual([]);
    expect((await taskRows.since(database.kysely, other.boardId, 0)).rows).toEqual([]);
  });
});
