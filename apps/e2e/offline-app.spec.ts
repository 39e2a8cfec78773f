import { expect, type Page } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { addTasks, boardScreen } from './world/board-screen.ts';
import { test } from './world/journey.ts';

/** Until what the browser keeps of a board is on its disk. */
const SETTLE_MS = 1_500;

test('the app starts and shows its boards while the server is down, and sends what was done then', async ({
  world,
}) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Tunnel', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await workerIsReady(page);
  await page.waitForTimeout(SETTLE_MS);
  await world.server.kill9();
  await page.reload();
  await expect(boardScreen(page).titles('To do')).toHaveText(['Alpha']);
  await addTasks(page, 'To do', ['In the tunnel']);
  await expect(page.getByText('Offline, 1 change waiting')).toBeVisible();
  await page.waitForTimeout(300);
  await page.reload();
  await expect(boardScreen(page).titles('To do')).toHaveText(['Alpha', 'In the tunnel']);
  await expect(page.getByText('Offline, 1 change waiting')).toBeVisible();
  await world.server.restart();
  await boardScreen(page).isLive();
  expect((await contentsOf(mara.api, board.id))['To do']).toEqual(['Alpha', 'In the tunnel']);
});

test('the worker keeps the app and nothing of the API', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Kept', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await workerIsReady(page);
  const paths = await page.evaluate(async () => {
    const requests = await Promise.all((await caches.keys()).map(async (name) => (await caches.open(name)).keys()));
    return requests.flat().map(({ url }) => new URL(url).pathname);
  });
  expect(paths).toContain('/');
  expect(paths.filter((path) => path.startsWith('/assets/')).length).toBeGreaterThan(3);
  expect(paths.filter((path) => path.startsWith('/api'))).toEqual([]);
});

test('a page older than the server says so, and one press brings the new one', async ({ world }) => {
  const mara = await world.person('Mara');
  const board = await aBoard(mara, 'Update', { 'To do': ['Alpha'], Done: [] });
  const { page } = mara;
  await page.goto(board.path);
  await boardScreen(page).isLive();
  await workerIsReady(page);
  await expect(page.getByText('Talka has been updated.')).toHaveCount(0);
  // The server is restarted with another build, which it names with its answers.
  await page.route('**/api/server', async (route) => {
    const answer = await route.fetch();
    await route.fulfill({ response: answer, headers: { ...answer.headers(), 'x-talka-build': 'another' } });
  });
  await world.server.kill9();
  await world.server.restart();
  await expect(page.getByText('Talka has been updated. What you did is kept.')).toBeVisible();
  const loaded = page.waitForEvent('load');
  await page.getByRole('button', { name: 'Reload' }).click();
  await loaded;
  await boardScreen(page).isLive();
  await expect(page.getByText('Talka has been updated.')).toHaveCount(0);
});

test('the app can be installed', async ({ world }) => {
  const { page } = await world.visit();
  await page.goto('/sign-in');
  const href = await page.locator('link[rel=manifest]').getAttribute('href');
  const answer = await page.request.get(href ?? '');
  const manifest = (await answer.json()) as {
    readonly icons: readonly { src: string; sizes: string; purpose?: string }[];
  };
  expect(manifest).toMatchObject({ name: 'Talka', display: 'standalone', start_url: '/', theme_color: '#0b2b2c' });
  for (const [sizes, purpose] of [
    ['192x192', 'any'],
    ['512x512', 'any'],
    ['512x512', 'maskable'],
  ]) {
    const icon = manifest.icons.find((one) => one.sizes === sizes && one.purpose === purpose);
    const image = await page.request.get(icon?.src ?? '/missing');
    expect([image.status(), image.headers()['content-type']]).toEqual([200, 'image/png']);
  }
});

/** Until the app is kept and the next start doesn't need the server. */
async function workerIsReady(page: Page): Promise<void> {
  await expect
    .poll(() => page.evaluate(async () => (await navigator.serviceWorker.getRegistration())?.active?.state ?? null))
    .toBe('activated');
}
