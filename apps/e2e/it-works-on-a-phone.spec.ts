import { expect } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import type { PersonOptions } from './world/a-person.ts';
import { boardScreen, boxOf } from './world/board-screen.ts';
import { aFinger } from './world/a-finger.ts';
import { test, type World } from './world/journey.ts';

const PHONE: PersonOptions = { viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true };

async function boardOnPhone(world: World) {
  const mara = await world.person('Mara', PHONE);
  const many = Array.from({ length: 30 }, (_, at) => `Task ${at + 1}`);
  const board = await aBoard(mara, 'Pocket', { 'To do': many, Done: ['Delta'] });
  const screen = boardScreen(mara.page);
  await mara.page.goto(board.path);
  await screen.isLive();
  return { mara, page: mara.page, board, screen, finger: await aFinger(mara.page) };
}

test('a swipe scrolls the column and the board, and moves no task', async ({ world }) => {
  const { mara, board, screen, finger } = await boardOnPhone(world);
  const before = await contentsOf(mara.api, board.id);
  const box = await boxOf(screen.card('Task 5'));
  const at = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  await finger.swipe(at, { x: 0, y: -300 });
  await expect(screen.card('Task 1')).not.toBeInViewport();
  await finger.swipe({ x: 300, y: 400 }, { x: -260, y: 0 });
  await expect(screen.card('Delta')).toBeInViewport({ ratio: 0.9 });
  expect(await contentsOf(mara.api, board.id)).toEqual(before);
});

test('a long press lifts a task, within its column and over to the next', async ({ world }) => {
  const { page, screen, finger, mara, board } = await boardOnPhone(world);
  const from = await boxOf(screen.card('Task 1'));
  const to = await boxOf(screen.card('Task 3'));
  const middle = from.x + from.width / 2;
  await finger.press({ x: middle, y: from.y + 14 });
  await expect(page.locator('[data-ghost]').first()).toBeAttached();
  await finger.moveTo({ x: middle, y: to.y + 24 });
  await finger.lift();
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
  await expect
    .poll(async () => (await contentsOf(mara.api, board.id))['To do']?.slice(0, 3))
    .toEqual(['Task 2', 'Task 3', 'Task 1']);

  const second = await boxOf(screen.card('Task 2'));
  await finger.press({ x: middle, y: second.y + 14 });
  await expect(page.locator('[data-ghost]').first()).toBeAttached();
  await finger.moveTo({ x: 386, y: 300 });
  await expect(page.getByRole('button', { name: 'Add column' })).toBeInViewport();
  await expect(async () => {
    const over = await boxOf(screen.column('Done'));
    await finger.moveTo({ x: over.x + over.width / 2, y: 300 });
    await expect(screen.column('Done')).toHaveAttribute('data-lift-over', 'allowed', { timeout: 500 });
  }).toPass();
  await finger.lift();
  await expect
    .poll(async () => (await contentsOf(mara.api, board.id))['Done'])
    .toEqual(expect.arrayContaining(['Task 2', 'Delta']));
});

test('tasks are added and opened by thumb, and the places stand at the bottom', async ({ world }) => {
  const { page, screen } = await boardOnPhone(world);
  const rail = page.getByRole('navigation', { name: 'Places' });
  const bar = await boxOf(rail);
  expect(bar).toMatchObject({ x: 0, width: 390 });
  expect(bar.y + bar.height).toBeGreaterThan(840);

  await screen.column('To do').getByRole('button', { name: 'Add task on top' }).tap();
  await page.getByRole('textbox', { name: 'Title of the new task' }).fill('By thumb');
  await page.keyboard.press('Enter');
  await page.keyboard.press('Escape');
  await screen.card('By thumb').tap();
  const panel = screen.panel('By thumb');
  await expect(panel.getByRole('textbox', { name: 'Description' })).toBeVisible();
  expect((await boxOf(panel)).width).toBe(390);
  await panel.getByRole('button', { name: 'Close' }).tap();
  await expect(panel).toHaveCount(0);
  await rail.getByRole('link', { name: 'Home' }).tap();
  await expect(page.getByRole('link', { name: /Pocket/ }).last()).toBeVisible();
});

test('no page is wider than the phone', async ({ world }) => {
  const { page, board } = await boardOnPhone(world);
  for (const path of ['/', '/me', board.path, `${board.path}/t/${board.taskId('Task 1')}`]) {
    await page.goto(path);
    await expect(page.getByRole('navigation', { name: 'Places' })).toBeVisible();
    const over = () => page.evaluate(() => document.documentElement.scrollWidth - innerWidth);
    await expect.poll(over, { message: path }).toBe(0);
  }
});
