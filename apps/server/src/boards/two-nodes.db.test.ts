import { tasks } from '@talka/domain/tasks';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { loadBoardMemory } from './board-memory.ts';
import type { BoardRoom } from './board-room.ts';
import { BoardRooms } from './board-rooms.ts';
import { readClientMarks } from './client-marks.ts';
import { addTask, aStoredBoard, contentsOf, request } from './testing/stored-board.ts';
import type { StoredBoard } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';

describeOnEachEngine('two processes at work on one board', (openTestDatabase) => {
  let database: Database;
  let board: StoredBoard;
  let one: BoardRoom;
  let other: BoardRoom;

  beforeEach(async () => {
    database = await openTestDatabase();
    board = await aStoredBoard(database);
    [one, other] = [await aNode(), await aNode()];
  });

  async function aNode(): Promise<BoardRoom> {
    const room = await new BoardRooms(board.parts).open(board.boardId);
    if (room === null) throw new Error('no board');
    return room;
  }

  const audit = () => loadBoardMemory(database.kysely, board.parts.rowStores, board.boardId);
  const rename = (name: string) => request(board.ada, ['board.rename', { name }]);

  it('lose nothing, double nothing, and number every command', async () => {
    const ids = Array.from({ length: 120 }, () => newId());
    const decisions = await Promise.all(
      ids.flatMap((id, index) => {
        const node = index % 2 === 0 ? one : other;
        const there = index % 3 === 0 ? node : index % 2 === 0 ? other : one;
        return [
          node.submit(request(board.ada, addTask(board.todo, `Task ${index}`, id))),
          there.submit(rename(`Name ${index}`)),
        ];
      }),
    );
    expect(new Set(decisions.map(({ kind }) => kind))).toEqual(new Set(['accepted']));
    const numbers = decisions.map((decision) => (decision.kind === 'accepted' ? decision.seq : 0));
    expect(numbers.toSorted((a, b) => a - b)).toEqual(Array.from({ length: 240 }, (_, index) => index + 2));
    for (const node of [one, other]) await node.submit(rename('The end'));
    const stored = await audit();
    expect(stored?.store.count(tasks)).toBe(120);
    for (const node of [one, other]) {
      expect(contentsOf(node.memory.store)).toStrictEqual(contentsOf(stored?.store ?? node.memory.store));
    }
    const lines = await database.kysely
      .selectFrom('history')
      .select('task_id')
      .where('kind', '=', 'task.added')
      .execute();
    expect(lines.map(({ task_id }) => String(task_id)).toSorted()).toEqual(ids.toSorted());
  });

  it('count a command once that is sent to both', async () => {
    const cid = newId();
    const commands = Array.from({ length: 20 }, (_, index) =>
      request(board.ada, addTask(board.todo), { cid, i: index + 1 }),
    );
    for (const command of commands) {
      const kinds = (await Promise.all([one.submit(command), other.submit(command)])).map(({ kind }) => kind);
      expect(kinds.toSorted()).toEqual(['accepted', 'repeated']);
    }
    expect((await audit())?.store.count(tasks)).toBe(20);
  });

  it('know of each other what they refused', async () => {
    const cid = newId();
    const ask = (i: number) => request(board.ada, ['task.trash', { id: newId() }], { cid, i });
    expect(await one.submit(ask(1))).toMatchObject({ kind: 'refused', problem: { code: 'task-gone' } });
    expect(await other.submit(ask(2))).toMatchObject({ kind: 'refused', problem: { code: 'task-gone' } });
    expect(await other.submit(ask(3))).toMatchObject({ kind: 'refused', problem: { code: 'task-gone' } });
    expect(await one.submit(ask(4))).toMatchObject({ kind: 'refused', problem: { code: 'task-gone' } });
    expect((await readClientMarks(database.kysely, board.boardId, [cid])).get(cid)).toMatchObject({ last: 4 });
    expect(await other.submit(ask(5))).toMatchObject({ kind: 'refused', problem: { code: 'task-gone' } });
  });

  it('honour a removal that the other carried out', async () => {
    await one.submit(request(board.ada, ['member.add', { user: board.mika, name: 'Mika', role: 'admin' }]));
    expect(await other.submit(request(board.mika, ['board.rename', { name: 'Mine' }]))).toMatchObject({
      kind: 'accepted',
    });
    await one.submit(request(board.ada, ['member.remove', { user: board.mika }]));
    const late = await other.submit(request(board.mika, ['board.rename', { name: 'Still mine' }]));
    expect(late).toMatchObject({ kind: 'refused', problem: { code: 'forbidden' } });
  });
});
