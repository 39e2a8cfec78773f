import { columns } from '@talka/domain/boards';
import type { BoardId, ColumnId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { storeOf } from '@talka/domain/wire';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('commands over HTTP', (openTestDatabase) => {
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

  const post = (person: TestPerson, body: unknown, id: string = board) =>
    person.send('POST', `/api/boards/${id}/commands`, body);
  const addTask = (id = newId(), title = 'A task') => ({ column: todo, after: null, tasks: [{ id, title }] });
  const historyOf = () =>
    server.database.kysely.selectFrom('history').selectAll().where('board_id', '=', board).orderBy('seq').execute();

  it('are answered with the number of the board after them', async () => {
    const answer = await post(mika, { n: 'task.add', a: addTask() });
    expect([answer.status, answer.body]).toEqual([200, { seq: 3 }]);
    expect((await historyOf()).at(-1)).toMatchObject({ seq: 3, actor_id: mika.id, kind: 'task.added' });
  });

  it('with a counter count once, however often they come', async () => {
    const [cid, a] = [newId(), addTask()];
    const once = { n: 'task.add', a, cid, i: 1 };
    const answers = await Promise.all([post(ada, once), post(ada, once), post(ada, once)]);
    expect(answers.map(({ body }) => String(body.seq)).toSorted()).toEqual(['3', 'null', 'null']);
    expect(await post(ada, { ...once, i: 3 })).toMatchObject({ status: 409, body: { problem: 'out-of-order' } });
    expect(await post(mika, { ...once, i: 2 })).toMatchObject({ status: 409, body: { problem: 'not-your-client' } });
    expect(storeOf(await ada.snapshot(board)).count(tasks)).toBe(1);
  });

  it.each([
    ['an unknown command', { n: 'task.explode', a: {} }, 400, 'invalid', 'unknown-command'],
    [
      'a command only the server sends',
      { n: 'member.add', a: { user: newId(), name: 'x', role: 'admin' } },
      400,
      'invalid',
      'unknown-command',
    ],
    ['a name of every object', { n: '__proto__', a: {} }, 400, 'invalid', 'unknown-command'],
    ['arguments of wrong types', { n: 'task.rename', a: { id: 7, title: [] } }, 400, 'invalid', 'invalid'],
    ['no arguments', { n: 'task.rename' }, 400, 'invalid', 'invalid'],
    ['a title of white space', { n: 'board.rename', a: { name: ' \t ' } }, 400, 'invalid', 'text-empty'],
    ['a name too long', { n: 'board.rename', a: { name: 'x'.repeat(121) } }, 400, 'invalid', 'text-too-long'],
    ['a name far too long', { n: 'board.rename', a: { name: 'x'.repeat(50_000) } }, 400, 'invalid', 'text-too-long'],
    ['a task that is not there', { n: 'task.trash', a: { id: newId() } }, 409, 'conflict', 'task-gone'],
    [
      'an actor of one’s own choice',
      { n: 'board.rename', a: { name: 'x' }, actor: newId() },
      400,
      'invalid',
      'unrecognized_keys',
    ],
    ['a counter without a client', { n: 'board.rename', a: { name: 'x' }, i: 1 }, 400, 'invalid', 'custom'],
    ['a client without a counter', { n: 'board.rename', a: { name: 'x' }, cid: newId() }, 400, 'invalid', 'custom'],
    [
      'a counter that is none',
      { n: 'board.rename', a: { name: 'x' }, cid: newId(), i: '1' },
      400,
      'invalid',
      'invalid_type',
    ],
    ['nothing', undefined, 400, 'invalid', 'invalid_type'],
  ])('with %s are refused, and nothing is stored', async (_, body, ...refusal) => {
    const answer = await post(ada, body);
    expect([answer.status, answer.body.code, answer.body.problem]).toEqual(refusal);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await historyOf()).toHaveLength(2);
  });

  it('of more than a megabyte are not even read', async () => {
    const answer = await post(ada, { n: 'task.describe', a: { id: newId(), text: 'x'.repeat(1_100_000) } });
    expect([answer.status, answer.body.code]).toEqual([413, 'too-large']);
  });

  it('take a title of 500 characters and a description of 100,000, and not one more', async () => {
    const id = newId();
    expect((await post(ada, { n: 'task.add', a: addTask(id, '漢'.repeat(500)) })).status).toBe(200);
    const rename = await post(ada, { n: 'task.rename', a: { id, title: 'x'.repeat(501) } });
    expect(rename.body).toMatchObject({ problem: 'text-too-long', max: 500 });
    expect((await post(ada, { n: 'task.describe', a: { id, text: 'x'.repeat(100_000) } })).status).toBe(200);
    const describe = await post(ada, { n: 'task.describe', a: { id, text: 'x'.repeat(100_001) } });
    expect(describe.body).toMatchObject({ problem: 'text-too-long', max: 100_000 });
    expect(storeOf(await ada.snapshot(board)).get(tasks, id)?.title).toHaveLength(500);
  });

  it('on a board of others are answered as on none', async () => {
    const ask = async (id: string) => {
      const { status, body } = await post(eve, { n: 'board.rename', a: { name: 'Eve’s' } }, id);
      return { status, body: { ...body, requestId: '' } };
    };
    expect(await ask(board)).toEqual(await ask(newId()));
    expect((await post(eve, { n: 'board.rename', a: { name: 'x' } }, 'not-an-id')).status).toBe(400);
  });

  it('reach no row of another board, whichever of its ids they name', async () => {
    const other = await eve.makeBoard();
    const [stage] = storeOf(await eve.snapshot(other)).list(columns);
    const id = newId();
    await eve.command(other, 'task.add', { column: stage, after: null, tasks: [{ id, title: 'Eve’s own' }] });
    const mine = newId();
    await post(ada, { n: 'task.add', a: addTask(mine) });
    const attempts: [string, unknown, string][] = [
      ['task.rename', { id, title: 'Taken' }, 'task-gone'],
      ['task.describe', { id, text: 'Taken' }, 'task-gone'],
      ['task.move', { id, column: todo, after: null }, 'task-gone'],
      ['task.move', { id: mine, column: stage, after: null }, 'column-gone'],
      ['task.add', { column: stage, after: null, tasks: [{ id: newId(), title: 'x' }] }, 'column-gone'],
      ['task.trash', { id }, 'task-gone'],
      ['column.rename', { id: stage, name: 'Taken' }, 'column-gone'],
      ['column.delete', { id: stage, to: null }, 'column-gone'],
      ['column.delete', { id: todo, to: stage }, 'column-gone'],
      ['member.setRole', { user: eve.id, role: 'visitor' }, 'member-gone'],
      ['member.remove', { user: eve.id }, 'member-gone'],
    ];
    const before = await eve.snapshot(other);
    for (const [n, a, problem] of attempts) expect([n, (await post(ada, { n, a })).body.problem]).toEqual([n, problem]);
    expect(await eve.snapshot(other)).toEqual(before);
    // An id that is taken elsewhere is free here: nobody can occupy or learn of another board's.
    expect((await post(ada, { n: 'task.add', a: addTask(id, 'Mine') })).status).toBe(200);
    expect(await eve.snapshot(other)).toEqual(before);
  });

  it('raise nobody’s own role', async () => {
    for (const role of ['admin', 'member']) {
      const raise = await post(mika, { n: 'member.setRole', a: { user: mika.id, role } });
      expect([raise.status, raise.body.code]).toEqual([403, 'forbidden']);
    }
    const demote = await post(ada, { n: 'member.setRole', a: { user: ada.id, role: 'visitor' } });
    expect(demote.body).toMatchObject({ code: 'conflict', problem: 'last-admin' });
  });

  it('are told to those who listen', async () => {
    const page = await mika.live();
    await page.join(board);
    await post(ada, { n: 'board.rename', a: { name: 'Over HTTP' } });
    expect((await page.next('p')).b).toMatchObject([{ s: 3, c: '', i: 0, u: ada.id }]);
  });
});
