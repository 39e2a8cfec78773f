import type { BoardId, ColumnId } from '@talka/domain/kernel';
import { columns } from '@talka/domain/boards';
import { tasks } from '@talka/domain/tasks';
import { storeOf } from '@talka/domain/wire';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('a board over a live socket', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let eve: TestPerson;
  let board: BoardId;
  let todo: ColumnId;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    [ada, mika, eve] = await Promise.all([server.signUp('Ada'), server.signUp('Mika'), server.signUp('Eve')]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'member');
    todo = storeOf(await ada.snapshot(board)).list(columns)[0] as ColumnId;
  });

  const addTask = (title: string, id = newId()) => ({ column: todo, after: null, tasks: [{ id, title }] });
  const historyOf = () =>
    server.database.kysely.selectFrom('history').selectAll().where('board_id', '=', board).orderBy('seq').execute();

  it('is joined by a delta that says where it stands', async () => {
    const page = await mika.live();
    const delta = await page.join(board, { since: 2 });
    expect(delta).toEqual({
      t: 'delta',
      board,
      c: page.cid,
      from: 2,
      seq: 2,
      ack: 0,
      refused: [],
      role: 'member',
      rows: {},
      gone: [],
    });
  });

  it('tells a change to everybody on it, the sender too, with who did it', async () => {
    const [one, other] = [await ada.live(), await mika.live()];
    await one.join(board, { since: 2 });
    await other.join(board, { since: 2 });
    const id = newId();
    one.command(board, 1, 'task.add', addTask('Hello', id));
    const heard = await other.next('p');
    expect(heard).toMatchObject({ t: 'p', board, b: [{ s: 3, c: one.cid, i: 1, u: ada.id }] });
    expect(heard.b[0]?.p).toMatchObject([[`task/${id}`, { id, title: 'Hello', columnId: todo, createdBy: ada.id }]]);
    expect(await one.next('p')).toEqual(heard);
  });

  it('reaches both pages of one person', async () => {
    const [one, other] = [await ada.live(), await ada.live()];
    await one.join(board);
    await other.join(board);
    one.command(board, 1, 'board.rename', { name: 'Twice' });
    other.command(board, 1, 'task.add', addTask('From the other page'));
    for (const page of [one, other]) {
      const heard = [];
      while (heard.length < 2) heard.push(...(await page.next('p')).b);
      expect(heard.map(({ c, i }) => `${c} ${i}`).toSorted()).toEqual([`${one.cid} 1`, `${other.cid} 1`].toSorted());
    }
  });

  it('is heard no more after goodbye, while the socket serves other boards', async () => {
    const second = await ada.makeBoard();
    const page = await ada.live();
    await page.join(board);
    await page.join(second);
    page.send({ t: 'bye', board });
    page.command(board, 1, 'board.rename', { name: 'Not there' });
    expect(await page.next('error')).toEqual({ t: 'error', code: 'not-joined', board });
    await ada.command(board, 'board.rename', { name: 'Elsewhere' });
    page.command(second, 1, 'board.rename', { name: 'Here' });
    expect((await page.next('p')).board).toBe(second);
    expect(page.frames.filter(({ t }) => t === 'p')).toHaveLength(1);
  });

  it('answers a refused command to its sender alone, and decides the next', async () => {
    const [one, other] = [await ada.live(), await mika.live()];
    await one.join(board);
    await other.join(board);
    const id = newId();
    one.command(board, 1, 'task.rename', { id, title: 'Nobody' });
    expect(await one.next('x')).toEqual({ t: 'x', board, c: one.cid, i: 1, code: 'task-gone' });
    one.command(board, 2, 'task.add', addTask('Somebody', id));
    expect((await other.next('p')).b[0]?.i).toBe(2);
    expect(other.frames.map(({ t }) => t)).toEqual(['delta', 'p']);
  });

  it.each([
    ['an unknown command', 'task.explode', {}, 'unknown-command', undefined],
    ['a name of every object', 'constructor', {}, 'unknown-command', undefined],
    ['a command only the server sends', 'member.add', { user: newId(), name: 'Eve', role: 'admin' }, 'unknown-command'],
    ['no arguments', 'task.rename', undefined, 'invalid', { field: '' }],
    ['a list for arguments', 'task.rename', [], 'invalid', { field: '' }],
    ['a number for a title', 'task.rename', { id: newId(), title: 7 }, 'invalid', { field: 'title' }],
    ['a query for an id', 'task.rename', { id: { $ne: null }, title: 'x' }, 'invalid', { field: 'id' }],
    ['a path for an id', 'task.trash', { id: '../../x' }, 'invalid', { field: 'id' }],
    ['fields beyond its own', 'task.rename', { id: newId(), title: 'x', createdBy: newId() }, 'invalid', { field: '' }],
    ['a role that is none', 'member.setRole', { user: newId(), role: 'account-owner' }, 'invalid', { field: 'role' }],
    [
      'a title without an end',
      'board.rename',
      { name: 'x'.repeat(10_000) },
      'text-too-long',
      { field: 'name', max: 120 },
    ],
    [
      'a description without an end',
      'task.describe',
      { id: newId(), text: 'x'.repeat(450_000) },
      'text-too-long',
      { field: 'text', max: 100_000 },
    ],
    ['too many ids at once', 'tasks.trash', { ids: Array.from({ length: 501 }, newId) }, 'invalid', { field: 'ids' }],
    ['no ids', 'tasks.trash', { ids: [] }, 'invalid', { field: 'ids' }],
    ['only white space', 'board.rename', { name: ' \u00a0\u200b\u2028 ' }, 'text-empty', undefined],
  ])('decides %s, so that the next command still works', async (_, n, a, ...problem) => {
    const [code, info] = problem;
    const page = await ada.live();
    await page.join(board);
    page.command(board, 1, n, a);
    const refused = await page.next('x');
    expect(refused).toEqual({ t: 'x', board, c: page.cid, i: 1, code, ...(info === undefined ? {} : { info }) });
    page.command(board, 2, 'board.rename', { name: 'Still here' });
    expect((await page.next('p')).b[0]?.i).toBe(2);
    expect((await historyOf()).map(({ kind }) => kind).slice(2)).toEqual(['board.renamed']);
  });

  it('refuses more lines at once than it takes, and stores none of them', async () => {
    const page = await ada.live();
    await page.join(board);
    const lines = Array.from({ length: 501 }, () => ({ id: newId(), title: 'A line' }));
    page.command(board, 1, 'task.add', { column: todo, after: null, tasks: lines });
    expect(await page.next('x')).toMatchObject({ i: 1, code: 'too-many-lines', info: { max: 500 } });
    expect(storeOf(await ada.snapshot(board)).count(tasks)).toBe(0);
  });

  it('refuses letters under a mountain of accents at once, which would hold up everybody else', async () => {
    const page = await ada.live();
    await page.join(board);
    const id = newId();
    page.command(board, 1, 'task.add', addTask('A task', id));
    await page.next('p');
    const mountain = `a${'\u0315\u0300\u202A'.repeat(30_000)}`;
    page.command(board, 2, 'task.describe', { id, text: mountain });
    expect(await page.next('x')).toMatchObject({ i: 2, code: 'invalid', info: { field: 'text' } });
    page.command(board, 3, 'task.describe', { id, text: `Zalgo${'\u0300'.repeat(20)}` });
    expect((await page.next('p')).b[0]?.i).toBe(3);
  });

  it('stores a text without what would make it read as something else', async () => {
    const page = await ada.live();
    await page.join(board);
    page.command(board, 1, 'board.rename', { name: 'invoice\u202Efdp.exe\u0000\u0007 \r\n now' });
    await page.next('p');
    const [row] = storeOf(await ada.snapshot(board)).rows({ name: 'board', listed: null });
    expect(row).toMatchObject({ name: 'invoicefdp.exe now' });
  });

  it.each([
    ['nothing to tell what it is', { board: newId() }],
    ['an unknown kind', { t: 'shutdown', board: newId() }],
    ['no board', { t: 'm', i: 1, n: 'board.rename', a: {} }],
    ['a counter of zero', { t: 'm', board: newId(), i: 0, n: 'board.rename', a: {} }],
    ['a counter of a half', { t: 'm', board: newId(), i: 0.5, n: 'board.rename', a: {} }],
    ['a counter beyond numbers', '{"t":"m","board":"x","i":1e400,"n":"board.rename","a":{}}'],
    ['a negative number', { t: 'hello', board: newId(), cid: newId(), since: -1, schema: 1 }],
    ['a client without an id', { t: 'hello', board: newId(), cid: '', since: 0, schema: 1 }],
    ['a prototype', '{"__proto__":{"t":"hello"},"constructor":{"prototype":{"t":"hello"}}}'],
  ])('answers a frame with %s as invalid, and goes on', async (_, frame) => {
    const page = await ada.live();
    page.send(frame);
    expect(await page.nextOne()).toEqual({ t: 'error', code: 'invalid' });
    expect((await page.join(board)).seq).toBe(2);
  });

  it('closes on a frame of a megabyte; the server and other pages go on', async () => {
    const [huge, other] = [await mika.live(), await ada.live()];
    await other.join(board);
    await huge.join(board);
    huge.command(board, 1, 'task.describe', { id: newId(), text: 'x'.repeat(1_048_576) });
    expect((await huge.closed).code).toBe(1009);
    other.command(board, 1, 'board.rename', { name: 'Calm' });
    expect((await other.next('p')).b).toHaveLength(1);
  });

  it('tells a page of another version to reload', async () => {
    const page = await ada.live();
    page.hello(board, { schema: 99 });
    expect(await page.nextOne()).toEqual({ t: 'reload', board, why: 'schema' });
    page.command(board, 1, 'board.rename', { name: 'Old' });
    expect(await page.nextOne()).toEqual({ t: 'error', code: 'not-joined', board });
  });

  it('tells a page from the future to reload', async () => {
    const page = await ada.live();
    page.hello(board, { since: 1_000_000 });
    expect(await page.nextOne()).toEqual({ t: 'reload', board, why: 'behind' });
    expect((await page.join(board, { since: 2 })).seq).toBe(2);
  });

  it('answers one without access exactly as if there were no such board, whatever is asked', async () => {
    const [real, unknown] = [board, newId()];
    const cid = newId();
    const asked = [
      (id: string) => ({ t: 'hello', board: id, cid, since: 0, schema: 1 }),
      (id: string) => ({ t: 'hello', board: id, cid, since: 9_999, schema: 1 }),
      (id: string) => ({ t: 'hello', board: id, cid, since: 0, schema: 99 }),
      (id: string) => ({ t: 'm', board: id, i: 1, n: 'board.rename', a: { name: 'Eve’s' } }),
      (id: string) => ({ t: 'm', board: id, i: 7, n: 'member.leave', a: {} }),
    ];
    const page = await eve.live();
    for (const frame of asked) {
      const answers = [];
      for (const id of [real, unknown]) {
        page.send(frame(id));
        answers.push(JSON.stringify(await page.nextOne()).replaceAll(id, 'ID'));
      }
      expect(answers[0]).toBe(answers[1]);
    }
    await ada.command(board, 'board.rename', { name: 'Private' });
    page.send({ t: 'bye', board: real });
    await page.flushed();
    expect(page.frames).toHaveLength(asked.length * 2);
  });

  it('follows twenty boards over one socket and no more', async () => {
    const page = await ada.live();
    const boards = [];
    for (let made = 0; made < 20; made += 1) boards.push(await ada.makeBoard());
    for (const id of boards) await page.join(id);
    page.hello(board);
    expect(await page.nextOne()).toEqual({ t: 'error', code: 'too-many-boards', board });
    page.send({ t: 'bye', board: boards[0] });
    expect((await page.join(board)).seq).toBe(2);
  });

  it('takes the actor from the session, never from the frame', async () => {
    const page = await mika.live();
    await page.join(board);
    const forged = { u: ada.id, actor: ada.id, user: ada.id, userId: ada.id, c: newId(), cid: newId() };
    page.send({ t: 'm', board, i: 1, n: 'task.add', a: addTask('Mine'), ...forged });
    const [committed] = (await page.next('p')).b;
    expect([committed?.u, committed?.c]).toEqual([mika.id, page.cid]);
    const last = (await historyOf()).at(-1);
    expect([last?.actor_id, last?.kind]).toEqual([mika.id, 'task.added']);
  });

  it("takes nothing under somebody else's client id, nor tells how far theirs got", async () => {
    const mine = await ada.live();
    await mine.join(board);
    mine.command(board, 1, 'task.rename', { id: newId(), title: 'Secretly refused' });
    await mine.next('x');
    const thief = await mika.live();
    expect(await thief.join(board, { cid: mine.cid })).toMatchObject({ ack: 0, refused: [] });
    thief.command(board, 2, 'task.add', addTask('Forged'));
    expect(await thief.next('error')).toEqual({ t: 'error', code: 'not-your-client', board });
    mine.command(board, 2, 'board.rename', { name: 'Mine' });
    expect((await mine.next('p')).b[0]).toMatchObject({ c: mine.cid, i: 2, u: ada.id });
  });
});
