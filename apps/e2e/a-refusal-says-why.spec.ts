import { expect } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { PASSWORD } from './world/a-person.ts';
import { addTasks, boardScreen, drag } from './world/board-screen.ts';
import { holdLive } from './world/hold-live.ts';
import { join } from './world/join.ts';
import { test } from './world/journey.ts';

test('a change that the server refuses is taken back, with the reason', async ({ world }) => {
  const mara = await world.person('Mara');
  const hiro = await world.person('Hiro');
  const board = await aBoard(mara, 'Quick hands', { 'To do': ['Paint the gate'], Done: [] });
  await join(board, mara, hiro);
  const live = await holdLive(hiro.page);
  const screen = boardScreen(hiro.page);
  await hiro.page.goto(board.path);
  await screen.isLive();

  live.hold();
  await board.run('member.setRole', { user: hiro.id, role: 'visitor' });
  await drag(hiro.page, screen.card('Paint the gate'), screen.column('Done'));
  await expect(screen.titles('Done')).toHaveText(['Paint the gate']);
  live.release();
  await expect(screen.titles('To do')).toHaveText(['Paint the gate']);
  await expect(screen.toast("Your role on this board doesn't allow this. Ask a Board Admin.")).toBeVisible();
  await expect(screen.column('To do').getByRole('button', { name: 'Add new task' })).toHaveCount(0);
  expect((await contentsOf(mara.api, board.id))['Done']).toEqual([]);
});

test('two tabs of one person show the same board', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Tabs', { 'To do': ['Alpha'], Done: [] });
  const other = await mara.context.newPage();
  for (const page of [mara.page, other]) await page.goto(board.path);
  const [one, two] = [boardScreen(mara.page), boardScreen(other)];
  await two.isLive();
  await addTasks(mara.page, 'To do', ['Beta']);
  await expect(two.titles('To do')).toHaveText(['Alpha', 'Beta']);
  await drag(other, two.card('Alpha'), two.column('Done'));
  await expect(one.titles('Done')).toHaveText(['Alpha']);
  await expect(one.titles('To do')).toHaveText(['Beta']);
});

test('who is signed out elsewhere is led to sign in, and back to the board', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Way back', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  const elsewhere = await world.visit();
  await elsewhere.api.post('/sign-in', { email: mara.email, password: PASSWORD });
  await elsewhere.page.goto('/me');
  await elsewhere.page
    .getByRole('button', { name: /^Sign out (there|everywhere else)$/ })
    .first()
    .click();

  await expect(page.getByRole('heading', { name: 'Sign in' })).toBeVisible();
  await page.getByRole('textbox', { name: 'E-mail address' }).fill(mara.email);
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page).toHaveURL(new RegExp(`${board.path}/?$`));
  await expect(boardScreen(page).titles('To do')).toHaveText(['Alpha']);
});
