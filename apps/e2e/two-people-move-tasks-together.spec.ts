import { expect } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { emailOf, PASSWORD } from './world/a-person.ts';
import { addTasks, boardScreen, drag, paste, rename } from './world/board-screen.ts';
import { test } from './world/journey.ts';
import { linkInMailTo } from './world/mailbox.ts';

test('someone signs up, makes a board from a template and works on it', async ({ world }) => {
  const { page } = await world.visit();
  await page.goto('/');
  await page.getByRole('textbox', { name: 'Your name' }).fill('Mara Kalniņa');
  await page.getByRole('textbox', { name: 'E-mail address' }).fill('mara@example.com');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('button', { name: 'Create your first board' }).click();
  await page.getByRole('radio', { name: /^Customer success/ }).check({ force: true });
  await page.getByRole('textbox', { name: 'Board name' }).fill('Front desk');
  await page.getByRole('button', { name: 'Create board' }).click();

  const screen = boardScreen(page);
  await expect(page.getByRole('heading', { name: 'Front desk' })).toBeVisible();
  for (const name of ['New tickets', 'Open tickets', 'Feature requests', 'Bugs', 'Completed'])
    await expect(screen.column(name)).toBeVisible();

  await addTasks(page, 'New tickets', ['Team discount?', 'Invoice in Latvian', 'Reset a password']);
  await expect(screen.titles('New tickets')).toHaveText(['Team discount?', 'Invoice in Latvian', 'Reset a password']);

  await drag(page, screen.card('Invoice in Latvian'), screen.column('Open tickets'));
  await expect(screen.titles('Open tickets')).toHaveText(['Invoice in Latvian']);
  await drag(page, screen.card('Reset a password'), screen.card('Team discount?'), 'top');
  await expect(screen.titles('New tickets')).toHaveText(['Reset a password', 'Team discount?']);

  await screen.card('Team discount?').focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Title of the task' }).fill('Discount for a team of 12?');
  await page.keyboard.press('Enter');
  await expect(screen.titles('New tickets')).toHaveText(['Reset a password', 'Discount for a team of 12?']);

  await screen.card('Discount for a team of 12?').click();
  const panel = screen.panel('Discount for a team of 12?');
  await panel
    .getByRole('textbox', { name: 'Description' })
    .fill('They asked twice. Ten per cent from twelve seats on.');
  await expect(panel.getByRole('list').getByText('Mara Kalniņa changed the description')).toBeVisible();
  await expect(panel.getByRole('listitem')).toHaveText([/added this task/, /renamed it/, /changed the description/]);
  await page.reload();
  await expect(panel.getByRole('textbox', { name: 'Description' })).toHaveValue(/Ten per cent/);
  await page.keyboard.press('Escape');
  await expect(screen.titles('New tickets')).toHaveText(['Reset a password', 'Discount for a team of 12?']);
});

test('many pasted lines become many tasks, after a question', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Errands', { 'To do': [], Done: [] });
  const screen = boardScreen(mara.page);
  await mara.page.goto(board.path);
  await screen.column('To do').getByRole('button', { name: 'Add new task' }).click();
  await paste(mara, 'Buy stamps\r\n- Call the printer\n\nWater the fern');
  await screen.dialog('Make a task of each line?').getByRole('button', { name: 'Add 3 tasks' }).click();
  await expect(screen.titles('To do')).toHaveText(['Buy stamps', /Call the printer/, 'Water the fern']);
  await expect.poll(async () => (await contentsOf(mara.api, board.id))['To do']).toHaveLength(3);
});

test('a second person joins by an invitation link and each sees what the other does', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Autumn release', { 'To do': ['Write the news', 'Draw a poster'], Done: [] });
  const hers = boardScreen(mara.page);
  await mara.page.goto(board.path);
  await mara.page.getByRole('button', { name: 'Invite people' }).click();
  const team = hers.dialog('People of this board');
  await team.getByRole('textbox', { name: 'E-mail address' }).fill(emailOf('Hiro'));
  await team.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(team.getByRole('list', { name: 'Invited, not here yet' })).toContainText(emailOf('Hiro'));
  await mara.page.keyboard.press('Escape');

  const { page } = await world.visit();
  const his = boardScreen(page);
  await page.goto(await linkInMailTo(world.server, emailOf('Hiro')));
  await expect(page.getByRole('heading', { name: 'Autumn release' })).toBeVisible();
  await page.getByRole('button', { name: 'Sign up and join' }).click();
  await expect(page.getByRole('textbox', { name: 'E-mail address' })).toHaveValue(emailOf('Hiro'));
  await page.getByRole('textbox', { name: 'Your name' }).fill('Hiro');
  await page.getByRole('textbox', { name: 'Password' }).fill(PASSWORD);
  await page.getByRole('button', { name: 'Sign up' }).click();
  await page.getByRole('button', { name: 'Join as Hiro' }).click();
  await expect(his.titles('To do')).toHaveText(['Write the news', 'Draw a poster']);
  await his.isLive();

  await addTasks(mara.page, 'To do', ['Order the cake']);
  await expect(his.titles('To do')).toHaveText(['Write the news', 'Draw a poster', 'Order the cake']);
  await drag(mara.page, hers.card('Draw a poster'), hers.column('Done'));
  await expect(his.titles('Done')).toHaveText(['Draw a poster']);
  await drag(page, his.card('Draw a poster'), his.column('To do'));
  await expect(hers.titles('Done')).toHaveCount(0);
  await expect(hers.titles('To do')).toContainText(['Draw a poster']);

  await hers.card('Draw a poster').click();
  await expect(hers.panel('Draw a poster').getByText('Hiro moved it from Done to To do')).toBeVisible();
  await rename(page, 'Draw a poster', 'Draw two posters');
  await expect(hers.panel('Draw two posters').getByText('Hiro renamed it')).toBeVisible();
});

test('a person who is known here already joins at once', async ({ world }) => {
  const mara = await world.person('Mara');
  const lina = await world.person('Lina');
  await aBoard(mara, 'Shared work', { 'To do': ['Say hello'], Done: [] });
  await lina.page.goto('/');
  await expect(lina.page.getByRole('button', { name: 'Create your first board' })).toBeVisible();
  await mara.page.goto('/');
  await mara.page.getByRole('link', { name: /Shared work/ }).click();
  await mara.page.getByRole('button', { name: 'Invite people' }).click();
  const team = boardScreen(mara.page).dialog('People of this board');
  await team.getByRole('textbox', { name: 'E-mail address' }).fill(lina.email);
  await team.getByRole('button', { name: 'Invite', exact: true }).click();
  await expect(team.getByRole('list', { name: 'On the team' }).getByRole('listitem')).toHaveCount(2);
  await lina.page.reload();
  await lina.page.getByRole('link', { name: /Shared work/ }).click();
  await expect(boardScreen(lina.page).titles('To do')).toHaveText(['Say hello']);
});
