import { expect, type Page } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { addTasks, boardScreen, rename } from './world/board-screen.ts';
import { join } from './world/join.ts';
import { test } from './world/journey.ts';

/** Until what the browser keeps of a board is on its disk. */
const SETTLE_MS = 1_500;

test('a board seen before is shown while the server is away', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Kept', { 'To do': ['Alpha', 'Beta'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await board.run('task.rename', { id: board.taskId('Beta'), title: 'Beta, later' });
  await expect(boardScreen(page).card('Beta, later')).toBeVisible();
  await page.waitForTimeout(SETTLE_MS);
  // The page itself still comes from the server here; only what it asks for doesn't.
  await page.route('**/api/**', (route) => route.abort());
  await page.routeWebSocket(/\/api\/live$/, (socket) => socket.close());
  await page.reload();
  await expect(boardScreen(page).titles('To do')).toHaveText(['Alpha', 'Beta, later']);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
});

test('what is done offline in two tabs is done once, the tabs closed in between', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Night train', { 'To do': ['Alpha'], Done: [] });
  const one = mara.page;
  const other = await mara.context.newPage();
  for (const page of [one, other]) {
    await page.goto(board.path);
    await boardScreen(page).isLive();
  }
  await world.server.kill9();
  await expect(one.getByText('Offline', { exact: true })).toBeVisible();
  await addTasks(one, 'To do', ['From one']);
  await expect(boardScreen(other).card('From one')).toBeVisible();
  await addTasks(other, 'To do', ['From other']);
  await expect(boardScreen(one).card('From other')).toBeVisible();
  await expect(one.getByText('Offline, 2 changes waiting')).toBeVisible();
  await expect(other.getByText('Offline, 2 changes waiting')).toBeVisible();
  await one.waitForTimeout(300);
  await one.close();
  await addTasks(other, 'To do', ['After one']);
  await other.waitForTimeout(300);
  await other.close();

  await world.server.restart();
  const again = await mara.context.newPage();
  await again.goto(board.path);
  await boardScreen(again).isLive();
  const all = ['Alpha', 'From one', 'From other', 'After one'];
  await expect(boardScreen(again).titles('To do')).toHaveText(all);
  expect((await contentsOf(mara.api, board.id))['To do']).toEqual(all);
  await expect.poll(() => unsentCount(again)).toBe(0);
});

test('what was done offline is sent from any page, without opening its board', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Afterwards', { 'To do': ['Alpha'], Done: [] });
  await mara.page.goto(board.path);
  await boardScreen(mara.page).isLive();
  await world.server.kill9();
  await rename(mara.page, 'Alpha', 'Alpha, offline');
  await expect(mara.page.getByText('Offline, 1 change waiting')).toBeVisible();
  await mara.page.waitForTimeout(300);
  await mara.page.close();
  await world.server.restart();
  const home = await mara.context.newPage();
  await home.goto('/');
  await expect.poll(async () => (await contentsOf(mara.api, board.id))['To do']).toEqual(['Alpha, offline']);
  await expect.poll(() => unsentCount(home)).toBe(0);
});

test('another tab takes over when the one that leads is closed', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Relay', { 'To do': ['Alpha'], Done: [] });
  const other = await mara.context.newPage();
  for (const page of [mara.page, other]) {
    await page.goto(board.path);
    await boardScreen(page).isLive();
  }
  await addTasks(other, 'To do', ['Through the leader']);
  await expect(boardScreen(mara.page).card('Through the leader')).toBeVisible();
  await mara.page.close();
  await addTasks(other, 'To do', ['By itself']);
  await boardScreen(other).isLive();
  await expect
    .poll(async () => (await contentsOf(mara.api, board.id))['To do'])
    .toEqual(['Alpha', 'Through the leader', 'By itself']);
});

test('what a lowered role refuses is told with the reason, to copy out', async ({ world }) => {
  const mara = await world.person('Mara');
  const hiro = await world.person('Hiro');
  const board = await aBoard(mara, 'Lowered', { 'To do': ['Alpha'], Done: [] });
  await join(board, mara, hiro);
  const { page, context } = hiro;
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await context.setOffline(true);
  await expect(page.getByText('Offline', { exact: true })).toBeVisible();
  await rename(page, 'Alpha', 'Alpha of Hiro');
  await board.run('member.setRole', { user: hiro.id, role: 'visitor' });
  await context.setOffline(false);
  await page.getByRole('button', { name: '1 could not be saved' }).click();
  const dialog = boardScreen(page).dialog('Could not be saved');
  await expect(dialog).toContainText('Rename the task “Alpha” to “Alpha of Hiro”');
  await expect(dialog).toContainText("Your role on this board doesn't allow this.");
  await dialog.getByRole('button', { name: 'Copy all' }).click();
  await expect(boardScreen(page).toast('Copied.')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('Rename the task “Alpha” to “Alpha of Hiro”');
  await page.reload();
  await page.getByRole('button', { name: '1 could not be saved' }).click();
  await dialog.getByRole('button', { name: 'Discard all' }).click();
  await expect(page.getByRole('button', { name: /could not be saved/ })).toHaveCount(0);
  expect((await contentsOf(mara.api, board.id))['To do']).toEqual(['Alpha']);
});

test('a browser whose memory is spoilt loads the board anew, and keeps what waits', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Spoilt', { 'To do': ['Alpha', 'Beta'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await page.waitForTimeout(SETTLE_MS);
  await page.goto('/me');
  await page.evaluate(spoil, { name: `talka.${mara.id}`, space: board.id });
  await page.goto(board.path);
  await expect(boardScreen(page).titles('To do')).toHaveText(['Alpha', 'Beta']);
  await boardScreen(page).isLive();
  await page.getByRole('button', { name: '1 could not be saved' }).click();
  await expect(boardScreen(page).dialog('Could not be saved')).toContainText('another version of Talka');
});

test('a database of another shape is made anew', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Foreign', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.goto('/sign-in');
  await page.evaluate(
    (name) =>
      new Promise<void>((resolve) => {
        const opening = indexedDB.open(name, 99);
        opening.addEventListener('upgradeneeded', () => opening.result.createObjectStore('something'));
        opening.addEventListener('success', () => {
          opening.result.close();
          resolve();
        });
      }),
    `talka.${mara.id}`,
  );
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await page.waitForTimeout(SETTLE_MS);
  await page.route('**/api/**', (route) => route.abort());
  await page.reload();
  await expect(boardScreen(page).titles('To do')).toHaveText(['Alpha']);
});

test('a browser that keeps nothing works from the network, and says what that means', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Private', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.addInitScript(() => {
    IDBFactory.prototype.open = () => {
      throw new DOMException('not here', 'SecurityError');
    };
  });
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await addTasks(page, 'To do', ['Beta']);
  await boardScreen(page).isLive();
  await world.server.kill9();
  await rename(page, 'Beta', 'Gamma');
  await expect(boardScreen(page).toast(/can't keep changes/)).toBeVisible();
  await expect(page.getByText('Leave this page open', { exact: true })).toBeVisible();
  await world.server.restart();
  await boardScreen(page).isLive();
  expect((await contentsOf(mara.api, board.id))['To do']).toEqual(['Alpha', 'Gamma']);
});

test('signing out leaves nothing in the browser', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Private', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await page.waitForTimeout(SETTLE_MS);
  expect(await databases(page)).toEqual([`talka.${mara.id}`]);
  await page.getByRole('button', { name: /Mara: profile/ }).click();
  await page.getByRole('menuitem', { name: 'Sign out' }).click();
  await expect(page).toHaveURL(/sign-in/);
  await expect.poll(() => databases(page)).toEqual([]);
  expect(await page.evaluate(() => localStorage.getItem('talka.session'))).toBeNull();
});

function databases(page: Page): Promise<readonly (string | undefined)[]> {
  return page.evaluate(async () => (await indexedDB.databases()).map(({ name }) => name));
}

/** How many commands wait on the disk, over all boards. */
function unsentCount(page: Page): Promise<number> {
  return page.evaluate(async () => {
    const [first] = await indexedDB.databases();
    return new Promise<number>((resolve, reject) => {
      const opening = indexedDB.open(first?.name ?? '');
      opening.addEventListener('error', () => reject(new Error('no database')));
      opening.addEventListener('success', () => {
        const counting = opening.result.transaction('unsent').objectStore('unsent').count();
        counting.addEventListener('success', () => {
          opening.result.close();
          resolve(counting.result);
        });
      });
    });
  });
}

/** Writes nonsense over a board's rows, and a command that no version knows into what waits. */
function spoil({ name, space }: { readonly name: string; readonly space: string }): Promise<void> {
  return new Promise((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.addEventListener('error', () => reject(new Error('no database')));
    opening.addEventListener('success', () => {
      const tx = opening.result.transaction(['chunks', 'unsent'], 'readwrite');
      tx.objectStore('chunks').put({ space, table: 'task', n: 0, rows: '{"id":["a"],"title":[' });
      const command = { n: 'task.polish', a: { id: 7 }, at: 0 };
      tx.objectStore('unsent').add({ space, c: '01900000-0000-7000-8000-000000000001', i: 1, ...command });
      tx.objectStore('unsent').add({ space, c: 5, i: 'x' });
      tx.addEventListener('complete', () => {
        opening.result.close();
        resolve();
      });
      tx.addEventListener('error', () => reject(new Error('not written')));
    });
  });
}
