import type { TagId, TaskId } from '@talka/domain/kernel';
import { assigneesOf, dueOf, TAG_HUES, tagsOf, tasks } from '@talka/domain/tasks';
import { beforeEach, expect, it } from 'vitest';
import { catchUp, loadBoardMemory } from '../boards/board-memory.ts';
import type { BoardMemory } from '../boards/board-memory.ts';
import { commitBatch } from '../boards/commit-batch.ts';
import { addTask, aStoredBoard, contentsOf, request } from '../boards/testing/stored-board.ts';
import type { StoredBoard } from '../boards/testing/stored-board.ts';
import { newId } from '../boards/testing/new-id.ts';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';

describeOnEachEngine('what a task says on its face', (openTestDatabase) => {
  let database: Database;
  let board: StoredBoard;
  let memory: BoardMemory;
  const [task, design, docs] = [newId<TaskId>(), newId<TagId>(), newId<TagId>()];

  beforeEach(async () => {
    database = await openTestDatabase();
    board = await aStoredBoard(database);
    memory = await load();
    await run(addTask(board.todo, 'A task', task));
  });

  async function load(): Promise<BoardMemory> {
    const loaded = await loadBoardMemory(database.kysely, board.parts.rowStores, board.boardId);
    if (loaded === null) throw new Error('no board');
    return loaded;
  }

  async function run(...calls: readonly (readonly [string, unknown])[]): Promise<void> {
    const { decisions } = await commitBatch(
      board.parts,
      memory,
      calls.map((call) => request(board.ada, call)),
    );
    expect(decisions.map(({ kind }) => kind)).toEqual(calls.map(() => 'accepted'));
  }

  const fill = () =>
    run(
      ['task.setStatus', { id: task, status: 'needs-review' }],
      ['task.setPriority', { id: task, priority: 'critical' }],
      ['task.setDue', { id: task, due: { date: '2026-12-24', time: '14:30', timeZone: 'Europe/Riga' } }],
      ['tag.add', { id: design, name: 'Gestaltung 🎨', hue: TAG_HUES[0] }],
      ['tag.add', { id: docs, name: 'Docs', hue: TAG_HUES[1], after: null }],
      ['task.tag', { id: task, tag: design }],
      ['task.tag', { id: task, tag: docs }],
      ['task.assign', { id: task, user: board.ada }],
    );

  it('is stored as it is in memory', async () => {
    await fill();
    const { store } = await load();
    expect(contentsOf(store)).toEqual(contentsOf(memory.store));
    const stored = store.get(tasks, task);
    expect(stored).toMatchObject({ status: 'needs-review', priority: 'critical' });
    expect(stored && dueOf(stored)).toEqual({ date: '2026-12-24', time: '14:30', timeZone: 'Europe/Riga' });
    expect(tagsOf(store, task).map(({ name }) => name)).toEqual(['Docs', 'Gestaltung 🎨']);
    expect(assigneesOf(store, task).map(({ name }) => name)).toEqual(['Ada']);
  });

  it('reaches another server that catches up, also what was taken off', async () => {
    await fill();
    const other = await load();
    await run(
      ['task.untag', { id: task, tag: design }],
      ['task.unassign', { id: task, user: board.ada }],
      ['task.setDue', { id: task, due: null }],
      ['tag.rename', { id: docs, name: 'Papers' }],
    );
    await catchUp(database.kysely, board.parts.rowStores, other, memory.seq);
    expect(contentsOf(other.store)).toEqual(contentsOf(memory.store));
    expect(tagsOf(other.store, task).map(({ name }) => name)).toEqual(['Papers']);
    expect(assigneesOf(other.store, task)).toEqual([]);
  });

  it('comes back with a tag that was deleted by mistake', async () => {
    await fill();
    await run(['tag.delete', { id: docs }]);
    expect(tagsOf((await load()).store, task)).toHaveLength(1);
    await run(['tag.add', { id: docs, name: 'Docs', hue: TAG_HUES[1], after: null }]);
    expect(tagsOf((await load()).store, task)).toHaveLength(2);
  });

  it('of a task from before there were such fields is plain', async () => {
    const old = newId<TaskId>();
    const row = await database.kysely.selectFrom('tasks').selectAll().where('id', '=', task).executeTakeFirstOrThrow();
    const { status: _s, priority: _p, due_date: _d, due_time: _t, due_zone: _z, ...before } = row;
    await database.kysely
      .insertInto('tasks')
      // Written as an older version would, which names none of them.
      .values({ ...before, id: old } as unknown as typeof row)
      .execute();
    expect((await load()).store.get(tasks, old)).toMatchObject({
      status: 'normal',
      priority: 'normal',
      dueDate: null,
      dueTime: null,
      dueZone: null,
    });
  });
});
