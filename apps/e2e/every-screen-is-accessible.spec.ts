import { expect, type Page } from '@playwright/test';
import { aBoard, type Board } from './world/a-board.ts';
import { emailOf, type Person, type PersonOptions } from './world/a-person.ts';
import { boardScreen, paste } from './world/board-screen.ts';
import { hasNoViolations } from './world/has-no-violations.ts';
import { test, type World } from './world/journey.ts';
import { linkInMailTo } from './world/mailbox.ts';

const CALM: PersonOptions = { reducedMotion: 'reduce' };
const CONTENTS = { 'To do': ['Paint the gate', 'Mend the roof'], Doing: ['Water the fern'], Done: [] };

for (const colorScheme of ['light', 'dark'] as const) {
  test(`pages for guests, ${colorScheme}`, ({ world }) => lookAtGuestPages(world, { ...CALM, colorScheme }));
  test(`Home and one's own page, ${colorScheme}`, ({ world }) => lookAtHome(world, { ...CALM, colorScheme }));
  test(`the board, ${colorScheme}`, ({ world }) => lookAtBoard(world, { ...CALM, colorScheme }));
  test(`the board's dialogs, ${colorScheme}`, ({ world }) => lookAtDialogs(world, { ...CALM, colorScheme }));
  test(`the board in Arabic, ${colorScheme}`, ({ world }) => lookAtArabic(world, { ...CALM, colorScheme }));
}

async function lookAtGuestPages(world: World, options: PersonOptions): Promise<void> {
  const { page, api } = await world.visit(options);
  await page.goto('/');
  await expect(page.getByRole('heading', { name: 'Set up your Talka' })).toBeVisible();
  await hasNoViolations(page, 'set up');
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Guests', CONTENTS);
  await mara.api.post(`/boards/${board.id}/invitations`, { email: emailOf('Hiro'), role: 'member' });
  await api.post('/password-resets', { email: mara.email });
  const pages: Readonly<Record<string, string>> = {
    '/sign-in': 'Sign in',
    '/sign-up': 'Sign up',
    '/forgot': 'Forgot your password?',
    [await linkInMailTo(world.server, mara.email)]: 'Set a new password',
    [await linkInMailTo(world.server, emailOf('Hiro'))]: 'Guests',
    '/join#not-a-token-at-all-but-long': 'Your invitation',
    '/no/such/page': 'There is nothing here',
  };
  for (const [path, heading] of Object.entries(pages)) {
    await page.goto('about:blank');
    await page.goto(path);
    await expect(page.getByRole('heading', { name: heading })).toBeVisible();
    await hasNoViolations(page, path);
  }
  await page.goto('/sign-in');
  await page.getByRole('button', { name: 'Sign in' }).click();
  await expect(page.getByText('Write your password.')).toBeVisible();
  await hasNoViolations(page, 'sign in, with errors');
}

async function lookAtHome(world: World, options: PersonOptions): Promise<void> {
  const mara = await world.person('Mara', options);
  const { page } = mara;
  await page.goto('/');
  await page.getByRole('button', { name: 'Create your first board' }).waitFor();
  await hasNoViolations(page, 'Home, empty');
  for (const name of ['One', 'Two', 'Three', 'Four', 'Five', 'Six', 'Seven']) await aBoard(mara, name, CONTENTS);
  await page.reload();
  await page.getByRole('link', { name: /Seven/ }).waitFor();
  await hasNoViolations(page, 'Home, full');
  await page.getByRole('searchbox').fill('nothing like it');
  await page.getByRole('heading', { name: 'No board is called “nothing like it”' }).waitFor();
  await hasNoViolations(page, 'Home, nothing found');
  await page.getByRole('button', { name: 'New board' }).click();
  await page.getByRole('dialog', { name: 'Create new board' }).waitFor();
  await hasNoViolations(page, 'create dialog');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: /: profile, theme, language$/ }).click();
  await page.getByRole('menuitem', { name: 'Profile and sessions' }).waitFor();
  await hasNoViolations(page, 'avatar menu');
  await page.keyboard.press('Escape');
  await page.goto('/me');
  await page.getByText('This one').waitFor();
  await hasNoViolations(page, 'profile');
  await page.getByRole('button', { name: /Theme/ }).click();
  await page.getByRole('listbox').waitFor();
  await hasNoViolations(page, 'profile, a choice open');
}

async function anOpenBoard(world: World, options: PersonOptions): Promise<{ mara: Person; page: Page; board: Board }> {
  const mara = await world.person('Mara', options);
  const board = await aBoard(mara, 'Garden', CONTENTS);
  await board.run('task.describe', { id: board.taskId('Paint the gate'), text: 'Green, like the bench.' });
  await board.run('task.trash', { id: board.taskId('Mend the roof') });
  await mara.page.goto(board.path);
  await boardScreen(mara.page).isLive();
  return { mara, page: mara.page, board };
}

async function lookAtBoard(world: World, options: PersonOptions): Promise<void> {
  const { page, board } = await anOpenBoard(world, options);
  const screen = boardScreen(page);
  await hasNoViolations(page, 'board');
  await page.keyboard.press('t');
  await screen.column('Trash').waitFor();
  await screen.column('To do').getByRole('button', { name: 'Add new task' }).click();
  await hasNoViolations(page, 'board with Trash, adding');
  await page.keyboard.press('Escape');
  await screen
    .card('Paint the gate')
    .getByRole('button', { name: /^Actions of/ })
    .click();
  await page.getByRole('menuitem', { name: 'Move to…' }).waitFor();
  await hasNoViolations(page, 'task menu');
  await page.keyboard.press('Escape');
  await screen.card('Paint the gate').focus();
  await page.keyboard.press('Space');
  await page.keyboard.press('ArrowRight');
  await expect(page.locator('[data-lift-over]')).toBeAttached();
  await hasNoViolations(page, 'a task lifted by keys');
  await page.keyboard.press('Escape');
  await page.goto(`${board.path}/t/${board.taskId('Paint the gate')}`);
  await screen.panel('Paint the gate').getByText('changed the description').waitFor();
  await hasNoViolations(page, 'panel');
  await page.goto('/b/01900000-0000-7000-8000-000000000000');
  await page.getByText("This board isn't here").waitFor();
  await hasNoViolations(page, 'a board that is not here');
}

async function lookAtDialogs(world: World, options: PersonOptions): Promise<void> {
  const { mara, page, board } = await anOpenBoard(world, options);
  const screen = boardScreen(page);
  await mara.api.post(`/boards/${board.id}/invitations`, { email: emailOf('Hiro'), role: 'member' });
  const openers: Readonly<Record<string, () => Promise<void>>> = {
    'People of this board': () => page.getByRole('button', { name: 'Invite people' }).click(),
    'Move task': () => pressOnCard(page, 'm'),
    'Keyboard keys': () => page.keyboard.press('?'),
    'Delete “To do”?': async () => {
      await screen.column('To do').getByRole('button', { name: 'Column actions' }).click();
      await page.getByRole('menuitem', { name: 'Delete column…' }).waitFor();
      await hasNoViolations(page, 'column menu');
      await page.getByRole('menuitem', { name: 'Delete column…' }).click();
    },
    'Make a task of each line?': async () => {
      await screen.column('Doing').getByRole('button', { name: 'Add new task' }).click();
      await paste(mara, 'One\nTwo\nThree\nFour\nFive\nSix\nSeven');
    },
  };
  for (const [title, open] of Object.entries(openers)) {
    await open();
    await screen.dialog(title).waitFor();
    if (title === 'People of this board') await page.getByText(emailOf('Hiro')).waitFor();
    await hasNoViolations(page, title);
    await page.keyboard.press('Escape');
    await expect(screen.dialog(title)).toHaveCount(0);
  }
}

async function pressOnCard(page: Page, key: string): Promise<void> {
  await boardScreen(page).card('Paint the gate').focus();
  await page.keyboard.press(key);
}

async function lookAtArabic(world: World, options: PersonOptions): Promise<void> {
  const lina = await world.person('Lina', { ...options, language: 'ar' });
  const board = await aBoard(lina, 'خطة الخريف', { أفكار: ['طباعة الملصقات'], مكتمل: [] });
  await lina.page.goto(board.path);
  await boardScreen(lina.page).card('طباعة الملصقات').waitFor();
  await hasNoViolations(lina.page, 'board in Arabic');
  await boardScreen(lina.page).card('طباعة الملصقات').click();
  await boardScreen(lina.page).panel('طباعة الملصقات').getByRole('textbox').waitFor();
  await hasNoViolations(lina.page, 'panel in Arabic');
}
