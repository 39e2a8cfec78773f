import { randomUUID } from 'node:crypto';
import { expect, type Browser } from '@playwright/test';
import { Client } from 'pg';
import { aBoard, contentsOf, type Board } from './world/a-board.ts';
import { addTasks, boardScreen, drag, rename } from './world/board-screen.ts';
import { join } from './world/join.ts';
import { test, worldOf, type World } from './world/journey.ts';
import { newId } from './world/new-id.ts';

const postgres = process.env.TEST_DATABASE_URL ?? '';

test('two people go on by themselves when the server dies under their hands', ({ world }) => carryOn(world));

test('and so they do on PostgreSQL', async ({ browser }) => {
  test.skip(postgres === '', 'needs TEST_DATABASE_URL');
  await onOwnDatabase(browser, carryOn);
});

test('what was acknowledged before a crash is there after it, each once', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Crash', { In: [], Out: [] });
  const acknowledged: string[] = [];
  const work = addUntilItBreaks(board, acknowledged);
  await expect.poll(() => acknowledged.length).toBeGreaterThan(25);
  await world.server.kill9();
  await work;
  await world.server.restart();
  const kept = (await contentsOf(mara.api, board.id))['In'] ?? [];
  expect(new Set(kept).size).toBe(kept.length);
  expect(kept.slice(0, acknowledged.length)).toEqual(acknowledged);
  // One more may have been written, whose answer the crash cut off.
  expect(kept.length - acknowledged.length).toBeLessThanOrEqual(1);
});

async function addUntilItBreaks(board: Board, acknowledged: string[]): Promise<void> {
  let after: string | null = null;
  try {
    for (let count = 1; count <= 2_000; count += 1) {
      const task = { id: newId(), title: `Task ${count}` };
      await board.run('task.add', { column: board.columnId('In'), after, tasks: [task] });
      acknowledged.push(task.title);
      after = task.id;
    }
  } catch {
    // The server is gone: that is when this ends.
  }
}

async function carryOn(world: World): Promise<void> {
  const mara = await world.person('Mara');
  const hiro = await world.person('Hiro');
  const contents = { 'To do': ['Alpha', 'Beta', 'Gamma'], Doing: ['Delta'], Done: [] };
  const board = await aBoard(mara, 'Storm', contents);
  await join(board, mara, hiro);
  const [hers, his] = [boardScreen(mara.page), boardScreen(hiro.page)];
  for (const { page } of [mara, hiro]) await page.goto(board.path);
  await hers.isLive();
  await his.isLive();
  await drag(mara.page, hers.card('Gamma'), hers.column('Doing'));
  await expect(his.titles('Doing')).toContainText(['Gamma']);
  const before = await contentsOf(mara.api, board.id);

  await world.server.kill9();
  await expect(mara.page.getByText('Offline', { exact: true })).toBeVisible();
  await drag(mara.page, hers.card('Alpha'), hers.column('Done'));
  await addTasks(mara.page, 'To do', ['Written in the dark']);
  await expect(mara.page.getByText('Offline, 2 changes waiting')).toBeVisible();
  await rename(hiro.page, 'Delta', 'Delta by candle light');
  await expect(his.titles('Doing')).toContainText(['Delta by candle light']);

  await world.server.restart();
  await hers.isLive();
  await his.isLive();
  const after = { ...(await contentsOf(mara.api, board.id)) };
  const doing = (before['Doing'] ?? []).map((title) => (title === 'Delta' ? 'Delta by candle light' : title));
  expect(after).toEqual({ 'To do': ['Beta', 'Written in the dark'], Doing: doing, Done: ['Alpha'], Trash: [] });
  for (const screen of [hers, his]) {
    await expect(screen.titles('To do')).toHaveText(['Beta', 'Written in the dark']);
    await expect(screen.titles('Doing')).toHaveText(doing);
    await expect(screen.titles('Done')).toHaveText(['Alpha']);
  }
}

/** A world whose server keeps its data in a PostgreSQL database made for it. */
async function onOwnDatabase(browser: Browser, journey: (world: World) => Promise<void>): Promise<void> {
  const name = `talka_journey_${randomUUID().replaceAll('-', '')}`;
  const admin = new Client({ connectionString: postgres });
  await admin.connect();
  await admin.query(`create database ${name}`);
  const address = new URL(postgres);
  address.pathname = `/${name}`;
  try {
    const { world, end } = await worldOf(browser, { env: { DATABASE_URL: address.href } });
    await journey(world);
    await end();
  } finally {
    await admin.query(`drop database ${name} with (force)`);
    await admin.end();
  }
}
