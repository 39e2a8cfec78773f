import { columns } from '@talka/domain/boards';
import type { ColumnId, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { storeOf } from '@talka/domain/wire';
import { expect, it, onTestFinished, vi } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { BoardPage } from './testing/board-page.ts';
import { FaultyBus } from './testing/faulty-bus.ts';
import { contentsOf } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';
import { TestPerson } from './testing/test-person.ts';

/** The same person's browser, at another node. */
function at(server: BoardsServer, person: TestPerson): TestPerson {
  const there = new TestPerson({ url: server.url, name: person.name, address: '192.0.2.200' });
  return Object.assign(there, { id: person.id, accountId: person.accountId, cookie: person.cookie });
}

/** Chance that is the same each time. */
function seeded(seed: number): () => number {
  let state = seed;
  return () => {
    state = (state * 1_103_515_245 + 12_345) % 2 ** 31;
    return state / 2 ** 31;
  };
}

const soon = { timeout: 5_000, interval: 10 };
const withinASecond = { timeout: 1_000, interval: 10 };

describeOnEachEngine('a board on several servers', (openTestDatabase) => {
  async function nodes(bus: FaultyBus, count = 2): Promise<readonly [BoardsServer, BoardsServer, ...BoardsServer[]]> {
    const database: Database = await openTestDatabase();
    const servers: BoardsServer[] = [];
    for (let made = 0; made < count; made += 1) servers.push(await aServerWithBoards(database, { bus: bus.join() }));
    onTestFinished(async () => {
      for (const server of servers) await server.stop();
    });
    const [first, second, ...more] = servers;
    if (first === undefined || second === undefined) throw new Error('too few');
    return [first, second, ...more];
  }

  async function aBoard(one: BoardsServer) {
    const ada = await one.signUp('Ada');
    const mika = await one.signUp('Mika');
    const board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'member');
    const todo = storeOf(await ada.snapshot(board)).list(columns)[0] as ColumnId;
    return { ada, mika, board, todo };
  }

  const task = (todo: ColumnId, title: string, id = newId<TaskId>()) => ({
    column: todo,
    after: null,
    tasks: [{ id, title }],
  });

  it('shows what is done on one to pages of all, in the very frame', async () => {
    const [one, other] = await nodes(new FaultyBus());
    const { ada, mika, board, todo } = await aBoard(one);
    const here = await ada.live();
    await here.join(board);
    const there = await at(other, mika).live();
    await there.join(board);
    here.command(board, 1, 'task.add', task(todo, 'Across'));
    expect(await there.next('p')).toEqual(await here.next('p'));
    there.command(board, 1, 'task.add', task(todo, 'And back'));
    expect(await here.next('p')).toEqual(await there.next('p'));
  });

  it.each([
    ['lost', () => []],
    ['doubled', () => [0, 0, 5]],
    ['late, in any order', (chance: () => number) => [chance() * 60]],
    ['all of that', (chance: () => number) => [[], [0], [0, 30], [chance() * 400]][Math.floor(chance() * 4)] ?? []],
  ])(
    'is the same on all when messages are %s',
    async (_, fate) => {
      const chance = seeded(7);
      const [one, other, third] = await nodes(new FaultyBus(() => fate(chance)), 3);
      if (third === undefined) throw new Error('too few');
      const { ada, mika, board, todo } = await aBoard(one);
      const pages = await Promise.all([
        BoardPage.open(ada, board),
        BoardPage.open(at(other, ada), board),
        BoardPage.open(at(third, mika), board),
        BoardPage.open(at(other, mika), board),
      ]);
      const moved = newId<TaskId>();
      pages[0].run('task.add', task(todo, 'Moved about', moved));
      await Promise.all(pages.map((page) => page.settled(3)));
      for (let round = 0; round < 59; round += 1) {
        const page = pages[round % pages.length];
        page?.run('task.add', task(todo, `Task ${round}`));
        if (round % 7 === 0) page?.run('task.move', { id: moved, column: todo, after: null });
        if (round % 5 === 0) await new Promise((resolve) => setTimeout(resolve, 10));
      }
      const { seq } = await vi.waitFor(async () => {
        const stored = await one.database.kysely.selectFrom('boards').selectAll().executeTakeFirstOrThrow();
        expect(stored.open_tasks).toBe(60);
        return stored;
      }, soon);
      await Promise.all(pages.map((page) => vi.waitFor(() => page.settled(seq), { timeout: 20_000, interval: 50 })));
      const truth = contentsOf(storeOf(await ada.snapshot(board)));
      for (const page of pages) {
        expect(contentsOf(page.replica.store)).toStrictEqual(truth);
        expect(page.lost).toEqual([]);
      }
    },
    60_000,
  );

  it('counts a command once that comes again by another server, also one that was refused', async () => {
    const [one, other] = await nodes(new FaultyBus(() => []));
    const { ada, board, todo } = await aBoard(one);
    const cid = newId();
    const [gone, id] = [newId<TaskId>(), newId<TaskId>()];
    const here = await ada.live();
    await here.join(board, { cid });
    here.command(board, 1, 'task.add', task(todo, 'Once', id));
    await here.next('p');
    const there = await at(other, ada).live();
    await there.join(board, { cid });
    there.command(board, 2, 'task.rename', { id: gone, title: 'Nobody' });
    expect((await there.next('x')).code).toBe('task-gone');
    await at(other, ada).command(board, 'task.add', task(todo, 'Now it would work', gone));
    // The first server still had the frames of the broken connection in its queue.
    here.command(board, 1, 'task.add', task(todo, 'Once', id));
    here.command(board, 2, 'task.rename', { id: gone, title: 'Twice' });
    here.command(board, 3, 'task.rename', { id, title: 'Third' });
    await here.flushed();
    const store = await vi.waitFor(async () => {
      const now = storeOf(await ada.snapshot(board));
      expect(now.get(tasks, id)?.title).toBe('Third');
      return now;
    }, soon);
    expect(store.count(tasks)).toBe(2);
    expect(store.get(tasks, gone)?.title).toBe('Now it would work');
    const delta = await (await at(other, ada).live()).join(board, { cid });
    expect(delta).toMatchObject({ ack: 3, refused: [{ i: 2, code: 'task-gone' }] });
  });

  it('lets a person see what they may by now, whichever server they ask', async () => {
    const [one, other] = await nodes(new FaultyBus(() => []));
    const { ada, mika, board } = await aBoard(one);
    const there = at(other, mika);
    expect((await there.send('GET', `/api/boards/${board}/snapshot`)).status).toBe(200);
    await ada.command(board, 'member.remove', { user: mika.id });
    expect((await there.send('GET', `/api/boards/${board}/snapshot`)).status).toBe(404);
  });

  it('is taken from somebody who was removed on another server within a second', async () => {
    const [one, other] = await nodes(new FaultyBus());
    const { ada, mika, board } = await aBoard(one);
    const there = await at(other, mika).live();
    await there.join(board);
    await ada.command(board, 'member.remove', { user: mika.id });
    await vi.waitFor(() => expect(there.frames.map(({ t }) => t)).toContain('revoked'), withinASecond);
    await ada.command(board, 'board.rename', { name: 'Secret' });
    await there.flushed();
    expect(JSON.stringify(there.frames)).not.toContain('Secret');
  });

  it('is left within a second by a session that was ended on another server', async () => {
    const [one, other] = await nodes(new FaultyBus());
    const { ada, board } = await aBoard(one);
    const there = await at(other, ada).live();
    await there.join(board);
    const left = vi.fn<() => void>();
    void there.closed.then(left);
    await ada.send('POST', '/api/sign-out');
    await vi.waitFor(() => expect(left).toHaveBeenCalled(), withinASecond);
    expect((await there.closed).code).toBe(4401);
  });

  it('catches up within seconds while the bus is down', async () => {
    const bus = new FaultyBus();
    const [one, other] = await nodes(bus);
    const { ada, mika, board, todo } = await aBoard(one);
    const page = await BoardPage.open(at(other, mika), board);
    bus.state = 'down';
    await ada.command(board, 'task.add', task(todo, 'Unheard'));
    await vi.waitFor(() => expect(page.replica.store.count(tasks)).toBe(1), { timeout: 4_000, interval: 20 });
  });

  it('knows who is on it, wherever they are connected, and tells only those who say it themselves', async () => {
    const [one, other] = await nodes(new FaultyBus());
    const { ada, mika, board } = await aBoard(one);
    const [here, there, quiet] = [await ada.live(), await at(other, mika).live(), await ada.live()];
    for (const page of [here, there, quiet]) await page.join(board);
    here.send({ t: 'pres', board, at: null, doing: 'looking' });
    expect(await here.next('pres')).toMatchObject({ whole: true, people: [{ u: ada.id, cid: here.cid, at: null }] });
    const open = newId();
    there.send({ t: 'pres', board, at: open, doing: 'editing' });
    await vi.waitFor(() => expect(JSON.stringify(here.frames)).toContain(`"at":"${open}","doing":"editing"`), soon);
    await there.cut();
    await vi.waitFor(() => expect(JSON.stringify(here.frames)).toContain(`"gone":["${there.cid}"]`), soon);
    here.send({ t: 'pres', board, at: '../x', doing: 'looking' });
    expect(await here.next('error')).toEqual({ t: 'error', code: 'invalid' });
    expect(quiet.frames.map(({ t }) => t)).toEqual(['delta']);
  });

  it('goes back with a database that was restored from a backup', async () => {
    const [one] = await nodes(new FaultyBus());
    const { ada, board, todo } = await aBoard(one);
    const page = await ada.live();
    const { seq } = await page.join(board);
    await ada.command(board, 'task.add', task(todo, 'After the backup'));
    await one.database.kysely.deleteFrom('tasks').execute();
    await one.database.kysely.deleteFrom('history').where('seq', '>', seq).execute();
    await one.database.kysely.updateTable('boards').set({ seq }).execute();
    await ada.command(board, 'task.add', task(todo, 'After the restore'));
    await vi.waitFor(() => expect(page.frames.map(({ t }) => t)).toContain('reload'), soon);
    const store = storeOf(await ada.snapshot(board));
    expect([...store.rows(tasks)].map(({ title }) => title)).toEqual(['After the restore']);
  });
});
