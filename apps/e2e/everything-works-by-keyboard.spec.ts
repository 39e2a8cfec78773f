import { expect, type Page } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { PASSWORD } from './world/a-person.ts';
import { boardScreen } from './world/board-screen.ts';
import { test } from './world/journey.ts';

/** Goes on with Tab until something has the focus. */
async function tabTo(page: Page, role: 'textbox' | 'button', name: string): Promise<void> {
  const wanted = page.getByRole(role, { name, exact: true });
  await expect(wanted).toBeVisible();
  for (let presses = 0; presses < 40; presses += 1) {
    if (await wanted.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press('Tab');
  }
  throw new Error(`Tab never came to ${name}`);
}

async function press(page: Page, ...keys: readonly string[]): Promise<void> {
  for (const key of keys) await page.keyboard.press(key);
}

test('from signing in to a task in Trash and back, without a mouse', async ({ world }) => {
  const mara = await world.person('Mara');
  const { page } = await world.visit();
  const screen = boardScreen(page);
  await page.goto('/');
  await tabTo(page, 'textbox', 'E-mail address');
  await page.keyboard.type(mara.email);
  await tabTo(page, 'textbox', 'Password');
  await page.keyboard.type(PASSWORD);
  await press(page, 'Enter');

  await expect(page.getByRole('button', { name: 'Create your first board' })).toBeVisible();
  await press(page, 'n');
  const dialog = screen.dialog('Create new board');
  await expect(dialog).toBeVisible();
  await tabTo(page, 'textbox', 'Board name');
  await page.keyboard.type('Keys only');
  await press(page, 'Enter');
  await expect(page.getByRole('heading', { name: 'Keys only' })).toBeVisible();

  await press(page, 'n');
  await expect(page.getByRole('textbox', { name: 'Title of the new task' })).toBeFocused();
  for (const title of ['Alpha', 'Beta', 'Gamma']) {
    await page.keyboard.type(title);
    await press(page, 'Enter');
  }
  await press(page, 'Escape');
  await expect(screen.titles('To Do')).toHaveText(['Alpha', 'Beta', 'Gamma']);
});

test('a task is moved by Space and arrows, by the question where to, and brought back with Escape', async ({
  world,
}) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Moves', { 'To do': ['Alpha', 'Beta', 'Gamma'], Doing: ['Delta'], Done: [] });
  const { page } = mara;
  const screen = boardScreen(page);
  await page.goto(board.path);
  await screen.isLive();
  await screen.card('Alpha').focus();
  await press(page, 'ArrowDown');
  await expect(screen.card('Beta')).toBeFocused();

  await press(page, 'Space', 'ArrowRight', 'Space');
  await expect(screen.titles('Doing')).toHaveText(['Delta', 'Beta']);
  await expect(screen.card('Beta')).toBeFocused();
  await expect(page.getByText(/Beta dropped in Doing, position 2 of 2/)).toBeAttached();
  await press(page, 'Space', 'ArrowUp', 'Space');
  await expect(screen.titles('Doing')).toHaveText(['Beta', 'Delta']);
  await press(page, 'Space', 'ArrowRight', 'Escape');
  await expect(screen.titles('Doing')).toHaveText(['Beta', 'Delta']);

  await press(page, 'm');
  await expect(screen.dialog('Move task')).toBeVisible();
  await tabTo(page, 'button', 'Doing Column');
  await press(page, 'Enter', 'End', 'ArrowUp', 'Enter');
  await tabTo(page, 'button', 'Move');
  await press(page, 'Enter');
  await expect(screen.titles('Done')).toHaveText(['Beta']);
  await expect(screen.card('Beta')).toBeFocused();
  await expect
    .poll(() => contentsOf(mara.api, board.id))
    .toEqual({
      'To do': ['Alpha', 'Gamma'],
      Doing: ['Delta'],
      Done: ['Beta'],
      Trash: [],
    });
});

test('a task is opened, renamed, trashed and restored by its keys; a sheet lists them', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Keys', { 'To do': ['Alpha', 'Beta'], Done: [] });
  const { page } = mara;
  const screen = boardScreen(page);
  await page.goto(board.path);
  await screen.card('Alpha').focus();
  await press(page, 'Enter');
  await expect(screen.panel('Alpha')).toBeFocused();
  await press(page, 'Escape');
  await expect(screen.panel('Alpha')).toHaveCount(0);
  await expect(screen.card('Alpha')).toBeFocused();

  await press(page, 'F2', 'ControlOrMeta+A');
  await page.keyboard.type('Alpha and omega');
  await press(page, 'Enter');
  await expect(screen.card('Alpha and omega')).toBeFocused();
  await press(page, 'Delete');
  await expect(screen.titles('To do')).toHaveText(['Beta']);
  await press(page, 't');
  await expect(screen.titles('Trash')).toHaveText(['Alpha and omega']);
  await screen
    .card('Alpha and omega')
    .getByRole('button', { name: /^Actions of/ })
    .focus();
  await press(page, 'Enter');
  await page.getByRole('menuitem', { name: 'Restore' }).focus();
  await press(page, 'Enter');
  await expect(screen.titles('To do')).toHaveText(['Alpha and omega', 'Beta']);

  await press(page, '?');
  const sheet = screen.dialog('Keyboard keys');
  await expect(sheet.getByText('Lift the card, then arrows, then Space again')).toBeVisible();
  await press(page, 'Escape');
  await expect(sheet).toHaveCount(0);
});
