import { expect } from '@playwright/test';
import { arabic } from './world/arabic.ts';
import { aBoard, contentsOf } from './world/a-board.ts';
import { boardScreen, boxOf, drag } from './world/board-screen.ts';
import { test } from './world/journey.ts';

test('in Arabic the page mirrors, dragging too, and numbers stay as they are', async ({ world }) => {
  const lina = await world.person('لينا حداد', { language: 'ar', email: 'lina@example.com' });
  const dozen = Array.from({ length: 12 }, (_, at) => `مهمة رقم ${at + 1}`);
  const board = await aBoard(lina, 'خطة الخريف', { أفكار: dozen, 'قيد التنفيذ': ['طباعة الملصقات'], مكتمل: [] });
  const { page } = lina;
  const screen = boardScreen(page);
  await page.goto(board.path);
  await expect(page.locator('html')).toHaveAttribute('dir', 'rtl');
  await expect(page.locator('html')).toHaveAttribute('lang', /^ar/);
  await expect(screen.column('أفكار').getByRole('button', { name: arabic('Add new task') })).toBeVisible();

  const rail = await boxOf(page.getByRole('navigation'));
  const [first, second] = [await boxOf(screen.column('أفكار')), await boxOf(screen.column('قيد التنفيذ'))];
  expect(rail.x).toBeGreaterThan(first.x);
  expect(first.x).toBeGreaterThan(second.x);
  await expect(screen.column('أفكار').locator('header bdi')).toHaveText('12');

  await drag(page, screen.card('مهمة رقم 1'), screen.column('قيد التنفيذ'));
  await expect(screen.titles('قيد التنفيذ')).toContainText(['مهمة رقم 1']);
  await expect(screen.column('أفكار').locator('header bdi')).toHaveText('11');

  await screen.card('مهمة رقم 2').focus();
  for (const key of ['Space', 'ArrowLeft', 'Space']) await page.keyboard.press(key);
  await expect(screen.titles('قيد التنفيذ')).toContainText(['مهمة رقم 2']);
  await expect
    .poll(async () => (await contentsOf(lina.api, board.id))['قيد التنفيذ'])
    .toEqual(expect.arrayContaining(['مهمة رقم 1', 'مهمة رقم 2', 'طباعة الملصقات']));

  await screen.card('طباعة الملصقات').click();
  const panel = screen.panel('طباعة الملصقات');
  await expect(panel).toBeVisible();
  const sheet = await boxOf(panel);
  expect(sheet.x).toBeLessThan(20);
});
