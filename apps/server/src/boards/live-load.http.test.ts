import { columns } from '@talka/domain/boards';
import type { BoardId, ColumnId, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { storeOf } from '@talka/domain/wire';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { BoardPage } from './testing/board-page.ts';
import { contentsOf } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

const PAGES = 16;
const COMMANDS = 50;

describeOnEachEngine('sixteen pages at work on one board', (openTestDatabase) => {
  let server: BoardsServer;
  let people: readonly TestPerson[];
  let board: BoardId;
  let stages: readonly ColumnId[];

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    people = await Promise.all(['Ada', 'Mika', 'Bea', 'Cy'].map((name) => server.signUp(name)));
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    const [ada, ...others] = people as [TestPerson, ...TestPerson[]];
    board = await ada.makeBoard({ stages: ['A', 'B', 'C'] });
    for (const { email } of others) await ada.invite(board, email, 'admin');
    stages = storeOf(await ada.snapshot(board))
      .list(columns)
      .slice(0, 3) as ColumnId[];
  });

  const openPages = () =>
    Promise.all(
      Array.from({ length: PAGES }, (_, index) => BoardPage.open(people[index % people.length] as TestPerson, board)),
    );

  /** A mixture that often meets at the same task and the same place. */
  function act(page: BoardPage, own: TaskId[], step: number): void {
    const stage = stages[step % stages.length] as ColumnId;
    const shared = page.replica.store.list(tasks, stages[0]) as readonly TaskId[];
    const any = shared[step % Math.max(1, shared.length)] ?? own[0];
    if (step % 5 === 0 || any === undefined) {
      const id = newId<TaskId>();
      own.push(id);
      page.run('task.add', { column: stage, after: own.at(-2) ?? null, tasks: [{ id, title: `Task ${step}` }] });
    } else if (step % 5 === 1)
      page.run('task.rename', { id: any, title: `${page.person.name} ${step} ${page.replica.cid}` });
    else if (step % 5 === 4) page.run('board.rename', { name: `${page.person.name} ${step} ${page.replica.cid}` });
    else page.run('task.move', { id: any, column: stage, after: shared[step % 7] ?? null });
  }

  async function expectAllAlike(pages: readonly BoardPage[], seq: number): Promise<void> {
    for (const page of pages) await page.settled(seq);
    const truth = contentsOf(storeOf(await (people[0] as TestPerson).snapshot(board)));
    for (const page of pages) {
      expect(contentsOf(page.replica.store)).toStrictEqual(truth);
      expect(page.lost).toEqual([]);
    }
  }

  const committedOf = () =>
    server.database.kysely
      .selectFrom('board_clients')
      .select(['id', 'last_counter', 'refused'])
      .where('board_id', '=', board)
      .execute();
  const seqOf = async () => (await (people[0] as TestPerson).snapshot(board)).seq;

  it('end alike, each command once, and history has each', async () => {
    const pages = await openPages();
    const before = await seqOf();
    const heard = new Map<number, string>();
    (pages[0] as BoardPage).client.listen((frame) => {
      if (frame.t === 'p') for (const { s, c, i } of frame.b) heard.set(s, `${c} ${i}`);
    });
    const owned = pages.map((): TaskId[] => []);
    for (let step = 0; step < COMMANDS; step += 1) {
      for (const [index, page] of pages.entries()) act(page, owned[index] ?? [], step);
      if (step % 10 === 9) await new Promise((resolve) => setTimeout(resolve, 5));
    }
    const after = before + PAGES * COMMANDS;
    await expectAllAlike(pages, after);
    expect(await seqOf()).toBe(after);
    const sent = pages.flatMap(({ replica }) => Array.from({ length: COMMANDS }, (_, i) => `${replica.cid} ${i + 1}`));
    expect([...heard.values()].toSorted()).toEqual(sent.toSorted());
    expect([...heard.keys()].toSorted((one, other) => one - other)).toEqual(
      Array.from({ length: PAGES * COMMANDS }, (_, index) => before + 1 + index),
    );
    for (const { last_counter, refused } of await committedOf())
      expect([last_counter, refused]).toEqual([COMMANDS, '[]']);
    const added = await server.database.kysely
      .selectFrom('history')
      .select('task_id')
      .where('board_id', '=', board)
      .where('kind', '=', 'task.added')
      .execute();
    expect(added.map(({ task_id }) => String(task_id)).toSorted()).toEqual(owned.flat().map(String).toSorted());
    const renames = await server.database.kysely
      .selectFrom('history')
      .select('data')
      .where('board_id', '=', board)
      .where('kind', '=', 'board.renamed')
      .execute();
    expect(renames).toHaveLength((PAGES * COMMANDS) / 5);
    expect(new Set(renames.map(({ data }) => JSON.parse(data).to)).size).toBe((PAGES * COMMANDS) / 5);
  });

  it('end alike though every one of them loses its connection again and again', async () => {
    const pages = await openPages();
    const before = await seqOf();
    const owned = pages.map((): TaskId[] => []);
    for (let step = 0; step < COMMANDS; step += 1) {
      for (const [index, page] of pages.entries()) {
        act(page, owned[index] ?? [], step);
        if ((step + index * 3) % 17 === 0) await page.break();
        else if (!page.isConnected) await page.connect();
      }
    }
    for (const page of pages) if (!page.isConnected) await page.connect();
    await expectAllAlike(pages, before + PAGES * COMMANDS);
    expect(await seqOf()).toBe(before + PAGES * COMMANDS);
    for (const { last_counter } of await committedOf()) expect(last_counter).toBe(COMMANDS);
  });

  it('are answered in few transactions, of few statements each', async () => {
    const pages = await openPages();
    const before = await seqOf();
    const frames = (pages[0] as BoardPage).client.frames.length;
    for (let step = 0; step < COMMANDS; step += 1) {
      for (const page of pages) page.run('board.rename', { name: `${step} ${page.replica.cid}` });
    }
    await expectAllAlike(pages, before + PAGES * COMMANDS);
    const batches = (pages[0] as BoardPage).client.frames.length - frames;
    expect(batches).toBeLessThan((PAGES * COMMANDS) / 4);
  });
});
