import { columns } from '@talka/domain/boards';
import type { BoardId, ColumnId, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { storeOf } from '@talka/domain/wire';
import { sql } from 'kysely';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { BoardPage } from './testing/board-page.ts';
import { contentsOf } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('after a broken connection a page', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let board: BoardId;
  let todo: ColumnId;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase(), { limits: { outgoingBytes: 300_000 } });
    [ada, mika] = await Promise.all([server.signUp('Ada'), server.signUp('Mika')]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'member');
    todo = storeOf(await ada.snapshot(board)).list(columns)[0] as ColumnId;
  });

  const addTasks = (count: number, title = 'A task') => ({
    column: todo,
    after: null,
    tasks: Array.from({ length: count }, () => ({ id: newId<TaskId>(), title })),
  });
  const historyOf = () =>
    server.database.kysely.selectFrom('history').selectAll().where('board_id', '=', board).orderBy('seq').execute();
  const kindsOf = async () => (await historyOf()).map(({ kind }) => kind).slice(2);

  it('catches up by what changed, and by nothing else', async () => {
    const page = await BoardPage.open(mika, board);
    const id = newId<TaskId>();
    await ada.command(board, 'task.add', { column: todo, after: null, tasks: [{ id, title: 'Before' }] });
    await page.settled(3);
    await page.break();
    await ada.command(board, 'task.rename', { id, title: 'After' });
    await ada.command(board, 'column.delete', { id: todo, to: null });
    await page.connect();
    const delta = page.client.frames.find((frame) => frame.t === 'delta');
    expect(delta).toMatchObject({ from: 3, seq: 5, gone: [`column/${todo}`] });
    expect(Object.keys(delta?.rows ?? {}).toSorted()).toEqual(['detour', 'task']);
    expect(contentsOf(page.replica.store)).toStrictEqual(contentsOf(storeOf(await ada.snapshot(board))));
  });

  it('sends again what was not acknowledged, and each counts once', async () => {
    const page = await BoardPage.open(mika, board);
    page.run('task.add', addTasks(1, 'Sent, and the answer lost'));
    page.run('task.add', addTasks(1, 'Perhaps sent'));
    await page.break();
    page.run('task.add', addTasks(1, 'Made while away'));
    await page.connect();
    await page.settled(5);
    expect(await kindsOf()).toEqual(['task.added', 'task.added', 'task.added']);
    expect(storeOf(await ada.snapshot(board)).count(tasks)).toBe(3);
    expect(contentsOf(page.replica.store)).toStrictEqual(contentsOf(storeOf(await ada.snapshot(board))));
  });

  it('learns of a refusal that it never heard', async () => {
    const page = await BoardPage.open(mika, board);
    page.run('task.add', addTasks(1));
    await page.settled(3);
    page.client.socket.pause();
    await ada.command(board, 'column.delete', { id: todo, to: null });
    page.client.command(board, 2, 'task.rename', { id: newId(), title: 'Refused unheard' });
    await ada.command(board, 'board.rename', { name: 'Meanwhile' });
    await new Promise((resolve) => setTimeout(resolve, 50));
    await page.break();
    const again = await mika.live();
    const delta = await again.join(board, { cid: page.replica.cid, since: 3 });
    expect(delta).toMatchObject({ ack: 2, refused: [{ i: 2, code: 'task-gone' }] });
  });

  it('that sends a command twice is counted once, and told so by its next delta', async () => {
    const page = await mika.live();
    await page.join(board);
    const add = addTasks(1);
    for (let times = 0; times < 3; times += 1) page.command(board, 1, 'task.add', add);
    page.command(board, 2, 'task.add', addTasks(1));
    const heard = [];
    while (heard.length < 2) heard.push(...(await page.next('p')).b);
    expect(heard.map(({ i }) => i)).toEqual([1, 2]);
    expect(await page.join(board)).toMatchObject({ ack: 2, seq: 4 });
    expect(await kindsOf()).toEqual(['task.added', 'task.added']);
  });

  it('that skips a command is told, and can send both in order', async () => {
    const page = await mika.live();
    await page.join(board);
    page.command(board, 2, 'task.add', addTasks(1));
    expect(await page.next('error')).toEqual({ t: 'error', code: 'out-of-order', board });
    page.command(board, 1, 'task.add', addTasks(1));
    page.command(board, 2, 'task.add', addTasks(1));
    const heard = [];
    while (heard.length < 2) heard.push(...(await page.next('p')).b);
    expect(heard.map(({ i }) => i)).toEqual([1, 2]);
  });

  it('that is far behind is told to load the board, and not sent more than it could take', async () => {
    const page = await mika.live();
    for (let times = 0; times < 6; times += 1) await ada.command(board, 'task.add', addTasks(500, 'x'.repeat(300)));
    page.hello(board, { since: 2 });
    expect(await page.nextOne()).toEqual({ t: 'reload', board, why: 'behind' });
    const { seq } = await mika.snapshot(board);
    expect(await page.join(board, { since: seq })).toMatchObject({ from: seq, seq, rows: {} });
  });

  it('that is told a great change at once loads the board, and follows on', async () => {
    const page = await mika.live();
    await page.join(board);
    await ada.command(board, 'task.add', addTasks(500, '漢'.repeat(480)));
    await ada.command(board, 'task.add', addTasks(500, '漢'.repeat(480)));
    const other = await ada.makeBoard();
    await ada.command(other, 'board.rename', { name: 'A pause' });
    for (let times = 0; times < 2; times += 1) await page.next('reload');
    const { seq } = await mika.snapshot(board);
    await page.join(board, { since: seq });
    await ada.command(board, 'board.rename', { name: 'Followed' });
    expect((await page.next('p')).b).toMatchObject([{ s: seq + 1 }]);
  });

  it('that read too slowly was dropped, and catches up', async () => {
    const page = await BoardPage.open(mika, board);
    const { client } = page;
    client.socket.pause();
    const id = newId<TaskId>();
    await ada.command(board, 'task.add', { column: todo, after: null, tasks: [{ id, title: 'Long' }] });
    for (let times = 0; times < 60; times += 1) {
      await ada.command(board, 'task.describe', { id, text: String(times).padEnd(99_000, ' .') });
    }
    client.socket.resume();
    expect((await client.closed).code).toBe(4008);
    await page.connect();
    await page.settled(63);
    const { description, ...held } = contentsOf(page.replica.store);
    expect(held).toEqual({ ...contentsOf(storeOf(await ada.snapshot(board))), description: undefined });
    expect(description).toEqual([{ id, text: '59'.padEnd(99_000, ' .').trimEnd() }]);
  });

  it('hears that the database was away, and then sends the same command again', async () => {
    const page = await mika.live();
    await page.join(board);
    const rename = (from: string, to: string) =>
      sql`alter table ${sql.table(from)} rename to ${sql.id(to)}`.execute(server.database.kysely);
    await rename('history', 'elsewhere');
    const add = addTasks(1);
    page.command(board, 1, 'task.add', add);
    expect(await page.next('error')).toEqual({ t: 'error', code: 'unavailable', board });
    expect(await ada.command(board, 'board.rename', { name: 'No' })).toMatchObject({
      status: 500,
      body: { code: 'internal' },
    });
    await rename('elsewhere', 'history');
    page.command(board, 1, 'task.add', add);
    expect((await page.next('p')).b).toMatchObject([{ s: 3, i: 1 }]);
    expect(await kindsOf()).toEqual(['task.added']);
    expect(storeOf(await ada.snapshot(board)).count(tasks)).toBe(1);
  });
});
