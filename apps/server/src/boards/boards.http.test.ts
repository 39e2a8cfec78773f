import { columns, TEMPLATES } from '@talka/domain/boards';
import { storeOf } from '@talka/domain/wire';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('boards over HTTP', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let vera: TestPerson;
  let eve: TestPerson;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    const names = ['Ada', 'Mika', 'Vera', 'Eve'];
    [ada, mika, vera, eve] = (await Promise.all(names.map((name) => server.signUp(name)))) as [
      TestPerson,
      TestPerson,
      TestPerson,
      TestPerson,
    ];
  });
  afterAll(() => server.stop());

  const listOf = async (person: TestPerson) => (await person.send('GET', '/api/boards')).body;
  const create = (person: TestPerson, fields: object) =>
    person.send('POST', '/api/boards', {
      id: newId(),
      accountId: person.accountId,
      name: 'New',
      stages: ['To Do'],
      done: '',
      ...fields,
    });
  const boardCount = async (): Promise<number> =>
    (await server.database.kysely.selectFrom('boards').select('id').execute()).length;

  it('are listed for their team and the owner of the account, with counts and people, latest first', async () => {
    const [first, second] = [await ada.makeBoard({ name: 'First' }), await ada.makeBoard({ name: 'Second' })];
    await ada.invite(first, mika.email, 'visitor');
    const [todo, , done] = storeOf(await ada.snapshot(first)).list(columns);
    const add = (column: unknown, count: number) =>
      ada.command(first, 'task.add', {
        column,
        after: null,
        tasks: Array.from({ length: count }, () => ({ id: newId(), title: 'A task' })),
      });
    await add(todo, 3);
    server.clock.advance(1_000);
    await add(done, 2);
    const mine = await listOf(ada);
    expect(mine.map(({ id }: { id: string }) => id)).toEqual([first, second]);
    expect(mine[0]).toEqual({
      id: first,
      name: 'First',
      kind: 'task',
      accountId: ada.accountId,
      accountName: 'Ada',
      role: 'account-owner',
      openTasks: 3,
      updatedAt: server.clock.now(),
      people: [
        { id: ada.id, name: 'Ada' },
        { id: mika.id, name: 'Mika' },
      ],
    });
    expect(await listOf(mika)).toEqual([{ ...mine[0], role: 'visitor' }]);
    expect([await listOf(eve), await listOf(vera)]).toEqual([[], []]);
    await ada.command(first, 'member.remove', { user: mika.id });
    expect(await listOf(mika)).toEqual([]);
  });

  it.each(TEMPLATES.map(({ id, stages, done }) => [id, stages, done ?? ''] as const))(
    'begin from the template %s with its columns, then Done and Trash',
    async (_, stages, done) => {
      const board = await ada.makeBoard({ stages, done });
      const store = storeOf(await ada.snapshot(board));
      const made = store.list(columns).map((id) => store.get(columns, id));
      expect(made.map((column) => [column?.kind, column?.name])).toEqual([
        ...stages.map((name) => ['stage', name]),
        ['done', done],
        ['trash', ''],
      ]);
    },
  );

  it('can be made by a Team Member in the account of others, by a Visitor or a stranger they cannot', async () => {
    const board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'member');
    await ada.invite(board, vera.email, 'visitor');
    const inAdas = { accountId: ada.accountId };
    expect((await create(mika, inAdas)).status).toBe(201);
    const before = await boardCount();
    const unknown = await create(eve, { accountId: newId() });
    for (const person of [vera, eve]) {
      const answer = await create(person, inAdas);
      expect([answer.status, answer.body.code]).toEqual([404, 'not-found']);
      const { requestId: _one, ...told } = answer.body;
      const { requestId: _other, ...toldOfUnknown } = unknown.body;
      expect(told).toEqual(toldOfUnknown);
    }
    expect(await boardCount()).toBe(before);
  });

  it('have an id once, also when two ask for it at the same moment', async () => {
    const id = newId();
    const answers = await Promise.all([create(ada, { id }), create(eve, { id }), create(ada, { id })]);
    expect(answers.map(({ status }) => String(status)).toSorted()).toEqual(['201', '409', '409']);
    expect(answers.find(({ status }) => status === 409)?.body).toMatchObject({ code: 'conflict', problem: 'id-taken' });
    const owners = await server.database.kysely.selectFrom('boards').select('id').where('id', '=', id).execute();
    expect(owners).toHaveLength(1);
  });

  it.each([
    ['nothing', undefined, 400],
    ['a list', [], 400],
    ['broken JSON', '{"id":', 400],
    ['an id that is none', { id: 'board' }, 400],
    ['an id in capitals', { id: '01A200C9-52B6-7963-8E8D-6CB7D840CA66' }, 400],
    ['an account that is none', { accountId: { $ne: null } }, 400],
    ['no name', { name: '' }, 400],
    ['a name of nothing to be seen', { name: '\u200b\u2066 \u0000' }, 400],
    ['a name too long', { name: 'x'.repeat(121) }, 400],
    ['a number for a name', { name: 1 }, 400],
    ['a stage without a name', { stages: ['To Do', ' '] }, 400],
    ['a stage with a name too long', { stages: ['x'.repeat(81)] }, 400],
    ['too many stages', { stages: Array.from({ length: 99 }, () => 'x') }, 400],
    ['far too many stages', { stages: Array.from({ length: 5_000 }, () => 'x') }, 400],
    ['an owner of one’s own choice', { createdBy: newId(), seq: 7 }, 400],
  ])('are refused with %s, and nothing is stored', async (_, fields, status) => {
    const before = await boardCount();
    const answer =
      typeof fields === 'object' && !Array.isArray(fields)
        ? await create(ada, fields)
        : await ada.send('POST', '/api/boards', fields);
    expect([answer.status, answer.body.code]).toEqual([status, 'invalid']);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
    expect(await boardCount()).toBe(before);
  });

  it('take the longest names there may be, in any script', async () => {
    const name = '漢'.repeat(120);
    const board = await ada.makeBoard({ name, stages: Array.from({ length: 98 }, () => '🎈'.repeat(40)) });
    const store = storeOf(await ada.snapshot(board));
    expect(store.count(columns)).toBe(100);
    expect((await listOf(ada)).find(({ id }: { id: string }) => id === board).name).toBe(name);
  });

  it('lose control and bidi characters from their names', async () => {
    const board = await ada.makeBoard({ name: ' in\u202Evoice\u0007\r\nfor\tMay ', done: '\u2067Fin' });
    expect((await listOf(ada)).find(({ id }: { id: string }) => id === board).name).toBe('invoice for May');
  });

  it('are made by whoever is signed in, whatever the body says', async () => {
    const answer = await create(ada, { createdBy: eve.id });
    expect(answer.status).toBe(400);
    const board = await ada.makeBoard();
    const history = (await ada.send('GET', `/api/boards/${board}/history`)).body;
    expect(history.lines).toMatchObject([{ kind: 'board.created', actorId: ada.id, actorName: 'Ada' }]);
  });

  it('are hidden from whoever is not signed in', async () => {
    const board = await ada.makeBoard();
    const nobody = server.nobody();
    for (const path of ['', `/${board}/snapshot`, `/${newId()}/snapshot`, `/${board}/history`, `/${board}/team`]) {
      expect((await nobody.send('GET', `/api/boards${path}`)).body.code).toBe('sign-in-required');
    }
    expect((await create(nobody, { accountId: ada.accountId })).status).toBe(401);
  });

  it('are changed by POST from our own pages only', async () => {
    const board = await ada.makeBoard({ name: 'Untouched' });
    const rename = { n: 'board.rename', a: { name: 'Touched' } };
    const foreign = { origin: 'https://evil.example' };
    expect((await ada.send('POST', `/api/boards/${board}/commands`, rename, foreign)).status).toBe(403);
    const form = { 'content-type': 'text/plain' };
    expect((await ada.send('POST', `/api/boards/${board}/commands`, rename, form)).status).toBe(415);
    expect((await ada.send('GET', `/api/boards/${board}/commands?n=board.rename`)).status).toBe(404);
    expect((await listOf(ada)).find(({ id }: { id: string }) => id === board).name).toBe('Untouched');
  });

  it('are not taken faster than a person makes them', async () => {
    const greedy = await server.signUp('Greedy');
    const statuses = [];
    for (let times = 0; times < 70; times += 1) statuses.push((await create(greedy, { name: '' })).status);
    expect(statuses.filter((status) => status === 429).length).toBeGreaterThanOrEqual(10);
  });
});
