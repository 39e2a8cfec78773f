import { expect, type Page } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { boardScreen, boxOf } from './world/board-screen.ts';
import { join } from './world/join.ts';
import { test } from './world/journey.ts';

async function choose(page: Page, column: string, action: string): Promise<void> {
  await boardScreen(page).column(column).getByRole('button', { name: 'Column actions' }).click();
  await page.getByRole('menuitem', { name: action }).click();
}

function columnNames(page: Page) {
  return page.getByRole('list', { name: 'Columns' }).getByRole('heading', { level: 2 });
}

test('columns are added, renamed, moved and deleted, and everybody sees it', async ({ world }) => {
  const mara = await world.person('Mara');
  const hiro = await world.person('Hiro');
  const board = await aBoard(mara, 'Columns', { Idea: ['One', 'Two'], Doing: ['Three'], Completed: [] });
  await join(board, mara, hiro);
  const { page } = mara;
  const screen = boardScreen(page);
  for (const person of [mara, hiro]) await person.page.goto(board.path);
  await boardScreen(hiro.page).isLive();

  await page.getByRole('button', { name: 'Add column' }).click();
  await page.getByRole('textbox', { name: 'Name of the new column' }).fill('Review');
  await page.keyboard.press('Enter');
  await expect(columnNames(hiro.page)).toHaveText(['Idea', 'Doing', 'Review', 'Completed']);

  await choose(page, 'Idea', 'Rename column');
  await page.getByRole('textbox', { name: 'Rename column' }).fill('Ideas');
  await page.keyboard.press('Enter');
  await choose(page, 'Review', 'Move back');
  await expect(columnNames(hiro.page)).toHaveText(['Ideas', 'Review', 'Doing', 'Completed']);

  const handle = screen.column('Doing').getByRole('heading', { name: 'Doing' });
  const from = await boxOf(handle);
  const to = await boxOf(screen.column('Ideas'));
  await page.mouse.move(from.x + 10, from.y + 8);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 20, { steps: 8 });
  await expect(page.locator('[data-lift-over="allowed"]')).toBeAttached();
  await page.mouse.up();
  await expect(columnNames(hiro.page)).toHaveText(['Doing', 'Ideas', 'Review', 'Completed']);

  await choose(page, 'Ideas', 'Delete column…');
  const dialog = screen.dialog('Delete “Ideas”?');
  await dialog.getByRole('button', { name: /Where should its tasks go/ }).click();
  await page.getByRole('option', { name: 'Review' }).click();
  await dialog.getByRole('button', { name: 'Delete column and move 2 tasks' }).click();
  await expect(columnNames(hiro.page)).toHaveText(['Doing', 'Review', 'Completed']);
  await expect(boardScreen(hiro.page).titles('Review')).toHaveText(['One', 'Two']);

  await choose(page, 'Doing', 'Delete column…');
  await page.getByRole('button', { name: 'Delete column and move 1 task' }).click();
  await expect(columnNames(hiro.page)).toHaveText(['Review', 'Completed']);
  await expect
    .poll(() => contentsOf(mara.api, board.id))
    .toEqual({ Review: ['One', 'Two'], Completed: [], Trash: ['Three'] });
});

test('Done can be renamed and nothing else; Trash stays what it is', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Fixed', { Idea: [], Completed: [] });
  const { page } = mara;
  const screen = boardScreen(page);
  await page.goto(board.path);
  await expect(screen.column('Trash')).toHaveCount(0);
  await page.getByRole('button', { name: 'Board actions' }).click();
  await page.getByRole('menuitem', { name: 'Show Trash' }).click();
  await expect(screen.column('Trash')).toBeVisible();
  await expect(screen.column('Trash').getByRole('button', { name: 'Column actions' })).toHaveCount(0);

  await screen.column('Completed').getByRole('button', { name: 'Column actions' }).click();
  await expect(page.getByRole('menuitem')).toHaveText(['Rename column']);
  await page.getByRole('menuitem', { name: 'Rename column' }).click();
  await page.getByRole('textbox', { name: 'Rename column' }).fill('Shipped');
  await page.keyboard.press('Enter');
  await expect(columnNames(page)).toHaveText(['Idea', 'Shipped', 'Trash']);
  const shipped = { id: board.columnId('Completed') };
  const answers = [
    await mara.api.statusOf('POST', `/boards/${board.id}/commands`, {
      n: 'column.move',
      a: { ...shipped, after: null },
    }),
    await mara.api.statusOf('POST', `/boards/${board.id}/commands`, {
      n: 'column.delete',
      a: { ...shipped, to: null },
    }),
  ];
  expect(answers.every((status) => status >= 400 && status < 500)).toBe(true);
  await expect(columnNames(page)).toHaveText(['Idea', 'Shipped', 'Trash']);
});
