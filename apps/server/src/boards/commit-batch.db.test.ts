import { sql } from 'kysely';
import { tasks } from '@talka/domain/tasks';
import type { UserId } from '@talka/domain/kernel';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { loadBoardMemory } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import { commitBatch } from './commit-batch.ts';
import type { CommandRequest, Decision } from './command-request.ts';
import { addTask, aStoredBoard, contentsOf, request } from './testing/stored-board.ts';
import type { StoredBoard } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';

describeOnEachEngine('a batch of commands', (openTestDatabase) => {
  let database: Database;
  let board: StoredBoard;
  let memory: BoardMemory;

  beforeEach(async () => {
    database = await openTestDatabase();
    board = await aStoredBoard(database);
    memory = await load();
  });

  async function load(): Promise<BoardMemory> {
    const loaded = await loadBoardMemory(database.kysely, board.parts.rowStores, board.boardId);
    if (loaded === null) throw new Error('no board');
    return loaded;
  }

  const commit = (...requests: CommandRequest[]) => commitBatch(board.parts, memory, requests);
  const kinds = (decisions: readonly Decision[]) =>
    decisions.map((decision) => (decision.kind === 'refused' ? decision.problem.code : decision.kind));
  const history = () => database.kysely.selectFrom('history').selectAll().orderBy('seq').orderBy('part').execute();
  const marks = () => database.kysely.selectFrom('board_clients').selectAll().execute();
  const stored = () => database.kysely.selectFrom('boards').selectAll().executeTakeFirstOrThrow();

  it('is stored as one: rows, numbers, history, counters', async () => {
    const id = newId();
    const client = { cid: newId(), i: 1 };
    const add = request(board.ada, addTask(board.todo, 'Tidy up', id), client);
    const move = request(board.ada, ['task.move', { id, column: board.doing, after: null }], { ...client, i: 2 });
    board.clock.advance(5);
    const { decisions, committed } = await commit(add, move);
    expect(decisions).toEqual([
      { kind: 'accepted', seq: 2 },
      { kind: 'accepted', seq: 3 },
    ]);
    expect(committed.map(({ s, c, i, u }) => [s, c, i, u])).toEqual([
      [2, client.cid, 1, board.ada],
      [3, client.cid, 2, board.ada],
    ]);
    expect(await stored()).toMatchObject({ seq: 3, rev: 1, open_tasks: 1, updated_at: board.clock.now() });
    const told = (await history()).map(({ seq, part, kind, actor_id, task_id, at }) => [
      seq,
      part,
      kind,
      actor_id,
      task_id,
      at,
    ]);
    expect(told.slice(1)).toEqual([
      [2, 0, 'task.added', board.ada, id, board.clock.now()],
      [3, 0, 'task.moved', board.ada, id, board.clock.now()],
    ]);
    expect(await marks()).toMatchObject([{ id: client.cid, user_id: board.ada, last_counter: 2, refused: '[]' }]);
    expect(contentsOf((await load()).store)).toStrictEqual(contentsOf(memory.store));
  });

  it.each(['history', 'board_clients', 'tasks', 'descriptions'])(
    'that cannot write %s leaves memory and database as they were',
    async (table) => {
      const [id, cid] = [newId(), newId()];
      await commit(request(board.ada, addTask(board.todo, 'Before', id), { cid, i: 1 }));
      const before = { memory: contentsOf(memory.store), seq: memory.seq, board: await stored(), marks: await marks() };
      await sql`alter table ${sql.table(table)} rename to elsewhere`.execute(database.kysely);
      const batch = [
        request(board.ada, ['task.describe', { id, text: 'One' }], { cid, i: 2 }),
        request(board.ada, ['task.describe', { id, text: 'Two' }], { cid, i: 3 }),
        request(board.ada, ['column.delete', { id: board.todo, to: null }], { cid, i: 4 }),
        request(board.ada, ['task.add', { column: board.doing, after: null, tasks: [{ id: newId(), title: 'x' }] }]),
      ];
      await expect(commit(...batch)).rejects.toThrow(/no such table|does not exist/);
      await sql`alter table elsewhere rename to ${sql.table(table)}`.execute(database.kysely);
      const after = { memory: contentsOf(memory.store), seq: memory.seq, board: await stored(), marks: await marks() };
      expect(after).toStrictEqual(before);
      expect(contentsOf((await load()).store)).toStrictEqual(before.memory);
      expect(kinds((await commit(...batch)).decisions)).toEqual(['accepted', 'accepted', 'accepted', 'accepted']);
      expect(contentsOf((await load()).store)).toStrictEqual(contentsOf(memory.store));
    },
  );

  it('counts a command that comes again once', async () => {
    const [cid, id] = [newId(), newId()];
    const first = request(board.ada, addTask(board.todo, 'Once', id), { cid, i: 1 });
    expect(kinds((await commit(first, first)).decisions)).toEqual(['accepted', 'repeated']);
    expect(kinds((await commit(first)).decisions)).toEqual(['repeated']);
    memory = await load();
    expect(kinds((await commit(first)).decisions)).toEqual(['repeated']);
    expect(memory.store.count(tasks)).toBe(1);
    expect((await history()).filter(({ task_id }) => task_id === id)).toHaveLength(1);
  });

  it('refuses a command that skips one, and leaves the counter where it was', async () => {
    const cid = newId();
    const early = request(board.ada, addTask(board.todo), { cid, i: 2 });
    const first = request(board.ada, addTask(board.todo), { cid, i: 1 });
    expect(kinds((await commit(early, first, early)).decisions)).toEqual(['out-of-order', 'accepted', 'accepted']);
    expect(await marks()).toMatchObject([{ last_counter: 2, refused: '[]' }]);
  });

  it('decides what it refuses for good, and keeps that for a browser that did not hear it', async () => {
    const [cid, id] = [newId(), newId()];
    const rename = request(board.ada, ['task.rename', { id, title: 'x' }], { cid, i: 1 });
    const unread: CommandRequest = {
      call: { problem: { code: 'unknown-command' } },
      actor: board.ada,
      client: { cid, i: 2 },
    };
    expect(kinds((await commit(rename, unread)).decisions)).toEqual(['task-gone', 'unknown-command']);
    const add = request(board.ada, addTask(board.todo, 'Now it is there', id), { cid, i: 3 });
    expect(kinds((await commit(add, rename)).decisions)).toEqual(['accepted', 'repeated']);
    const [mark] = await marks();
    expect(mark).toMatchObject({ last_counter: 3 });
    expect(JSON.parse(mark?.refused ?? '')).toEqual([
      { i: 1, code: 'task-gone' },
      { i: 2, code: 'unknown-command' },
    ]);
    expect(memory.store.get(tasks, id)?.title).toBe('Now it is there');
  });

  it('keeps the latest fifty refusals', async () => {
    const cid = newId();
    const requests = Array.from({ length: 60 }, (_, index) =>
      request(board.ada, ['task.trash', { id: newId() }], { cid, i: index + 1 }),
    );
    await commit(...requests);
    const [mark] = await marks();
    const kept = JSON.parse(mark?.refused ?? '').map(({ i }: { i: number }) => i);
    expect(kept).toEqual(Array.from({ length: 50 }, (_, index) => index + 11));
  });

  it("takes nothing under somebody else's client id", async () => {
    const cid = newId();
    await commit(request(board.ada, ['board.rename', { name: 'Mine' }], { cid, i: 1 }));
    const forged = request(board.mika, addTask(board.todo), { cid, i: 2 });
    expect(kinds((await commit(forged)).decisions)).toEqual(['not-your-client']);
    memory = await load();
    expect(kinds((await commit(forged)).decisions)).toEqual(['not-your-client']);
    expect(await marks()).toMatchObject([{ user_id: board.ada, last_counter: 1 }]);
  });

  it('refuses a command that our own mistake breaks, and that one only', async () => {
    const before = contentsOf(memory.store);
    const broken = request(board.ada, [
      'task.add',
      { column: board.todo, after: null, tasks: [{ id: newId(), title: 'x' }, null] },
    ]);
    expect(kinds((await commit(broken)).decisions)).toEqual(['internal']);
    expect(contentsOf(memory.store)).toStrictEqual(before);
    const { decisions } = await commit(
      request(board.ada, addTask(board.todo)),
      broken,
      request(board.ada, addTask(board.doing)),
    );
    expect(kinds(decisions)).toEqual(['accepted', 'internal', 'accepted']);
    expect(contentsOf((await load()).store)).toStrictEqual(contentsOf(memory.store));
  });

  it('asks for the right at each command, after the one before it', async () => {
    const join = request(board.ada, ['member.add', { user: board.mika, name: 'Mika', role: 'admin' }]);
    const mayRename = request(board.mika, ['board.rename', { name: 'Mika was here' }]);
    const demote = request(board.ada, ['member.setRole', { user: board.mika, role: 'visitor' }]);
    const remove = request(board.ada, ['member.remove', { user: board.mika }]);
    const { decisions } = await commit(mayRename, join, mayRename, demote, mayRename, remove, mayRename);
    expect(kinds(decisions)).toEqual([
      'forbidden',
      'accepted',
      'accepted',
      'accepted',
      'forbidden',
      'accepted',
      'forbidden',
    ]);
  });

  it('holds as many pasted lines as come at once', async () => {
    const pastes = Array.from({ length: 12 }, () => {
      const lines = Array.from({ length: 500 }, () => ({ id: newId(), title: 'A line' }));
      return request(board.ada, ['task.add', { column: board.todo, after: null, tasks: lines }]);
    });
    const { decisions } = await commit(...pastes);
    expect(new Set(kinds(decisions))).toEqual(new Set(['accepted']));
    expect((await history()).filter(({ kind }) => kind === 'task.added')).toHaveLength(6_000);
    expect(memory.store.count(tasks)).toBe(6_000);
    expect((await stored()).open_tasks).toBe(6_000);
  });

  it('keeps in history each text that was replaced, also within the batch', async () => {
    const id = newId();
    const describe = (by: UserId, text: string) => request(by, ['task.describe', { id, text }]);
    await commit(request(board.ada, addTask(board.todo, 'Told', id)), describe(board.ada, 'first'));
    await commit(describe(board.ada, 'second'), describe(board.ada, 'third'));
    await commit(describe(board.ada, 'fourth'));
    const replaced = (await history())
      .filter(({ kind }) => kind === 'task.described')
      .map(({ data }) => JSON.parse(data).replaced);
    expect(replaced).toEqual(['', 'first', 'second', 'third']);
    const kept = await database.kysely.selectFrom('descriptions').select('text').executeTakeFirst();
    expect(kept).toEqual({ text: 'fourth' });
  });
});
