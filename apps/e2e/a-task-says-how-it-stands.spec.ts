import { expect } from '@playwright/test';
import { aBoard } from './world/a-board.ts';
import { boardScreen } from './world/board-screen.ts';
import { hasNoViolations } from './world/has-no-violations.ts';
import { join } from './world/join.ts';
import { test } from './world/journey.ts';

test('status, tag, people and due date reach the other one at once, can be taken back, and are only shown to a Visitor', async ({
  world,
}) => {
  const [mara, hiro, lina] = [await world.person('Mara'), await world.person('Hiro'), await world.person('Lina')];
  const board = await aBoard(mara, 'Autumn release', { 'To do': ['Paint the gate', 'Mend the roof'], Done: [] });
  await join(board, mara, hiro);
  await join(board, mara, lina, 'visitor');
  for (const { page } of [mara, hiro, lina]) {
    await page.goto(board.path);
    await boardScreen(page).isLive();
  }
  const cardOf = (page: typeof mara.page) => boardScreen(page).card('Paint the gate');
  const theirs = cardOf(hiro.page);

  await cardOf(mara.page).focus();
  await mara.page.keyboard.press('s');
  await mara.page.getByRole('menuitemradio', { name: 'Needs review' }).click();
  await expect(theirs.getByText('Needs review')).toBeVisible();

  await cardOf(mara.page).focus();
  await mara.page.keyboard.press('l');
  await mara.page.getByRole('searchbox', { name: 'Tags of the task' }).fill('Garden');
  await mara.page.keyboard.press('ArrowDown');
  await mara.page.keyboard.press('Enter');
  await expect(theirs.getByText('Garden')).toBeVisible();
  await mara.page.keyboard.press('Escape');
  await expect(boardScreen(mara.page).dialog('Tags of the task')).toHaveCount(0);

  await theirs.click();
  const panel = boardScreen(hiro.page).panel('Paint the gate');
  await panel.getByRole('button', { name: 'People: Nobody' }).click();
  await hiro.page.getByRole('option', { name: 'Mara' }).click();
  await hiro.page.keyboard.press('Escape');
  await expect(cardOf(mara.page).getByRole('img', { name: 'Mara' })).toBeVisible();
  await panel.getByRole('button', { name: 'Due: No due date' }).click();
  await hiro.page.getByRole('button', { name: 'Tomorrow', exact: true }).click();
  await expect(cardOf(mara.page).getByText('Due tomorrow')).toBeVisible();
  await panel.getByRole('button', { name: 'Priority: Normal' }).click();
  await hiro.page.getByRole('menuitemradio', { name: 'Critical' }).click();
  await expect(cardOf(mara.page).getByRole('img', { name: 'Critical priority' })).toBeVisible();
  await expect(panel.getByText('Hiro assigned it to Mara')).toBeVisible();
  await hasNoViolations(hiro.page, 'a card and a panel with everything set');

  await mara.page.locator('body').press('ControlOrMeta+z');
  await expect(theirs.getByText('Garden')).toHaveCount(0);
  await expect(theirs.getByText('Needs review')).toBeVisible();

  await cardOf(lina.page).click();
  const shown = boardScreen(lina.page).panel('Paint the gate');
  for (const words of ['Needs review', 'Critical', 'Due tomorrow', 'Mara'])
    await expect(shown.locator('dl').getByText(words, { exact: true })).toBeVisible();
  await expect(shown.locator('dl').getByRole('button')).toHaveCount(0);
});

test('a finished task says why it stays as it is', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Autumn release', { 'To do': [], Done: ['Paint the gate'] });
  const screen = boardScreen(mara.page);
  await mara.page.goto(board.path);
  await screen.card('Paint the gate').focus();
  await mara.page.keyboard.press('d');
  await expect(screen.toast(/stay as they are/)).toBeVisible();
  await screen.card('Paint the gate').click();
  const panel = screen.panel('Paint the gate');
  await expect(panel.getByText('This task is finished. Move it back to change it.')).toBeVisible();
  await expect(panel.getByRole('textbox')).toHaveCount(0);
  await hasNoViolations(mara.page, 'a finished task');
});
