import { columns } from '@talka/domain/boards';
import type { BoardId, ColumnId } from '@talka/domain/kernel';
import { storeOf } from '@talka/domain/wire';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { aServerWithBoards } from '../boards/testing.ts';
import type { BoardsServer } from '../boards/testing.ts';
import { newId } from '../boards/testing/new-id.ts';
import type { TestPerson } from '../boards/testing/test-person.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';

interface Line {
  readonly seq: number;
  readonly part: number;
  readonly kind: string;
  readonly data: Readonly<Record<string, unknown>>;
}

describeOnEachEngine('a task', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let eve: TestPerson;
  let board: BoardId;
  let todo: ColumnId;
  let task: string;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    [ada, mika, eve] = await Promise.all([server.signUp('Ada'), server.signUp('Mika'), server.signUp('Eve')]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'visitor');
    todo = storeOf(await ada.snapshot(board)).list(columns)[0] as ColumnId;
    task = newId();
    await ada.command(board, 'task.add', { column: todo, after: null, tasks: [{ id: task, title: 'Team discount?' }] });
  });

  const open = (person: TestPerson, id = task, on: string = board) =>
    person.send('GET', `/api/boards/${on}/tasks/${id}`);
  const boardHistory = async (query = ''): Promise<readonly Line[]> =>
    (await ada.send('GET', `/api/boards/${board}/history${query}`)).body.lines;

  it('opens with its description and its history, oldest first, with who and when', async () => {
    await ada.command(board, 'task.describe', { id: task, text: 'Two lines\r\nof text' });
    server.clock.advance(60_000);
    await ada.command(board, 'task.rename', { id: task, title: 'Team discount' });
    const { status, body } = await open(mika);
    expect(status).toBe(200);
    expect(body.seq).toBe(5);
    expect(body.description).toBe('Two lines\nof text');
    expect(body.history).toMatchObject([
      { kind: 'task.added', actorId: ada.id, actorName: 'Ada', data: { title: 'Team discount?' } },
      { kind: 'task.described', actorName: 'Ada' },
      { kind: 'task.renamed', at: server.clock.now(), data: { from: 'Team discount?', to: 'Team discount' } },
    ]);
  });

  it('tells of moves between columns, trash and the way back, not of the order within', async () => {
    const [, doing] = storeOf(await ada.snapshot(board)).list(columns);
    await ada.command(board, 'task.move', { id: task, column: doing, after: null });
    await ada.command(board, 'task.move', { id: task, column: doing, after: null });
    await ada.command(board, 'task.trash', { id: task });
    await ada.command(board, 'task.restore', { id: task });
    const kinds = (await open(ada)).body.history.map(({ kind }: Line) => kind);
    expect(kinds).toEqual(['task.added', 'task.moved', 'task.trashed', 'task.restored']);
  });

  it('answers quickly, however long the texts that its history remembers', async () => {
    for (let times = 0; times < 30; times += 1) {
      await ada.command(board, 'task.describe', { id: task, text: `${times}`.padEnd(90_000, ' x') });
    }
    const answer = await open(ada);
    expect(answer.body.history).toHaveLength(31);
    expect(answer.text.length).toBeLessThan(200_000);
    expect((await ada.send('GET', `/api/boards/${board}/history`)).text.length).toBeLessThan(200_000);
    const stored = await server.database.kysely
      .selectFrom('history')
      .select('data')
      .where('task_id', '=', task)
      .execute();
    expect(
      stored.map(({ data }) => JSON.parse(data).replaced?.length ?? 0).filter((length) => length > 80_000),
    ).toHaveLength(29);
  });

  it('of another board is not found by this board’s address', async () => {
    const other = await eve.makeBoard();
    const [stage] = storeOf(await eve.snapshot(other)).list(columns);
    const theirs = newId();
    await eve.command(other, 'task.add', { column: stage, after: null, tasks: [{ id: theirs, title: 'Eve’s' }] });
    await eve.command(other, 'task.describe', { id: theirs, text: 'Eve’s secret' });
    const told = async (person: TestPerson, id: string, on: string) => {
      const { status, body } = await open(person, id, on);
      return { status, body: { ...body, requestId: '' } };
    };
    const unknown = await told(ada, newId(), board);
    expect(unknown.status).toBe(404);
    for (const [person, id, on] of [
      [ada, theirs, board],
      [ada, theirs, other],
      [eve, task, other],
      [eve, task, board],
      [ada, task, newId()],
    ] as const) {
      expect(await told(person, id, on)).toEqual(unknown);
    }
    expect((await open(ada, 'x', board)).status).toBe(400);
  });

  it('of a board somebody was removed from is closed to them at once', async () => {
    expect((await open(mika)).status).toBe(200);
    await ada.command(board, 'member.remove', { user: mika.id });
    expect((await open(mika)).status).toBe(404);
    expect((await mika.send('GET', `/api/boards/${board}/history`)).status).toBe(404);
  });

  it('is part of the board’s history, which is read page by page without losing a line', async () => {
    const tasks = Array.from({ length: 250 }, (_, index) => ({ id: newId(), title: `Line ${index}` }));
    await ada.command(board, 'task.add', { column: todo, after: null, tasks });
    await ada.command(board, 'board.rename', { name: 'At last' });
    const lines: Line[] = [];
    let page = await boardHistory();
    while (page.length > 0 && lines.length < 1_000) {
      lines.unshift(...page);
      const [first] = page;
      page = await boardHistory(`?before=${first?.seq}&part=${first?.part}`);
    }
    const added = lines.filter(({ seq }) => seq === 4).map(({ data }) => data['title']);
    expect(added).toEqual(tasks.map(({ title }) => title));
    expect(lines.map(({ kind }) => kind).slice(0, 3)).toEqual(['board.created', 'member.added', 'task.added']);
    expect(lines.at(-1)).toMatchObject({ kind: 'board.renamed', data: { to: 'At last' } });
    expect(lines).toHaveLength(254);
  });

  it.each(['?before=x', '?before=0', '?before=1.5', '?before=1&before=2', '?before[$gt]=1', '?before=5&part=-1'])(
    'history from %s is refused or read from the end, never an error of ours',
    async (query) => {
      const { status } = await ada.send('GET', `/api/boards/${board}/history${query}`);
      expect([200, 400]).toContain(status);
    },
  );
});
