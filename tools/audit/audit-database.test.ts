import { tasks as taskTable } from '@talka/domain/tasks';
import { beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../../apps/server/src/platform/database/testing.ts';
import { loadBoardMemory } from '../../apps/server/src/boards/index.ts';
import { commitBatch } from '../../apps/server/src/boards/commit-batch.ts';
import { addTask, aStoredBoard, request } from '../../apps/server/src/boards/testing/stored-board.ts';
import type { StoredBoard } from '../../apps/server/src/boards/testing/stored-board.ts';
import { newId } from '../../apps/server/src/boards/testing/new-id.ts';
import type { Database } from '../../apps/server/src/platform/database/database.ts';
import { auditDatabase } from './audit-database.ts';

describeOnEachEngine('the audit', (openTestDatabase) => {
  let database: Database;
  let board: StoredBoard;
  const [first, second] = [newId(), newId()];

  beforeEach(async () => {
    database = await openTestDatabase();
    board = await aStoredBoard(database);
    const memory = await loadBoardMemory(database.kysely, board.parts.rowStores, board.boardId);
    if (memory === null) throw new Error('no board');
    const spare = newId();
    const deeds: readonly (readonly [string, unknown])[] = [
      addTask(board.todo, 'First', first),
      addTask(board.todo, 'Second', second),
      ['task.describe', { id: first, text: 'Long' }],
      ['task.rename', { id: first, title: 'Renamed' }],
      ['column.add', { id: spare, name: 'Spare', after: null }],
      ['task.move', { id: first, column: spare, after: null }],
      ['column.delete', { id: spare, to: board.doing }],
      ['task.trash', { id: second }],
    ];
    const client = newId();
    const requests = deeds.map((deed, at) => request(board.ada, deed, { cid: client, i: at + 1 }));
    const { decisions } = await commitBatch(board.parts, memory, requests);
    expect(decisions.map(({ kind }) => kind)).toEqual(deeds.map(() => 'accepted'));
    expect(memory.store.count(taskTable)).toBe(2);
  });

  const wrong = async () => (await auditDatabase(database)).wrong.map((line) => line.replace(/^board \S+: /, ''));

  it('finds nothing where nothing is wrong', async () => {
    expect(await auditDatabase(database)).toEqual({ boards: 1, tasks: 2, wrong: [] });
  });

  it.each<readonly [string, (db: Database['kysely']) => Promise<unknown>, RegExp]>([
    [
      'a task in a dead column',
      (db) => db.updateTable('tasks').set({ column_id: newId() }).where('id', '=', first).execute(),
      /is in column \S+, which is not there/,
    ],
    [
      'a task that was lost',
      (db) => db.deleteFrom('tasks').where('id', '=', second).execute(),
      /of its history is lost/,
    ],
    [
      'a task from nowhere',
      (db) => db.deleteFrom('history').where('task_id', '=', first).execute(),
      /is in no history|parts of number/,
    ],
    [
      'two tasks at one place',
      (db) => db.updateTable('tasks').set({ column_id: board.doing, trashed_at: null, position: 'a0' }).execute(),
      /are all at "a0"/,
    ],
    [
      'a place that is none',
      (db) => db.updateTable('tasks').set({ position: '!' }).where('id', '=', first).execute(),
      /which is no place/,
    ],
    [
      'a wrong count',
      (db) => db.updateTable('boards').set({ open_tasks: 7 }).execute(),
      /says 7 open tasks, but has 1/,
    ],
    ['a number that went back', (db) => db.updateTable('boards').set({ seq: 3 }).execute(), /the board is at 3/],
    [
      'a detour in a circle',
      async (db) => {
        const { id } = await db.selectFrom('detours').select('id').executeTakeFirstOrThrow();
        await db.updateTable('detours').set({ column_id: id }).execute();
      },
      /leads nowhere, or in a circle/,
    ],
    [
      'a title that nobody gave',
      (db) => db.updateTable('tasks').set({ title: 'Forged' }).where('id', '=', first).execute(),
      /is called "Forged", by its history "Renamed"/,
    ],
    [
      'a task where nobody put it',
      (db) => db.updateTable('tasks').set({ column_id: board.todo }).where('id', '=', first).execute(),
      /is in column \S+, by its history in/,
    ],
    ['a lost text', (db) => db.deleteFrom('descriptions').execute(), /says described=1, its text differs/],
    [
      'a counter behind its refusals',
      (db) => db.updateTable('board_clients').set({ refused: '[{"i":99,"code":"x"}]' }).execute(),
      /client \S+ is at 8, its refusals are 99/,
    ],
    [
      'a team without an admin',
      (db) => db.updateTable('board_members').set({ role: 'member' }).execute(),
      /it has no Board Admin/,
    ],
  ])('finds %s', async (_, spoil, sentence) => {
    await spoil(database.kysely);
    expect((await wrong()).join('\n')).toMatch(sentence);
  });
});
