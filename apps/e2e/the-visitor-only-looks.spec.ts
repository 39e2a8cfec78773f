import { SCHEMA_VERSION } from '../../packages/domain/src/wire/index.ts';
import { expect, type Page } from '@playwright/test';
import { aBoard, contentsOf } from './world/a-board.ts';
import { boardScreen, boxOf } from './world/board-screen.ts';
import { join } from './world/join.ts';
import { test, type World } from './world/journey.ts';

async function visitorAtWork(world: World) {
  const mara = await world.person('Mara');
  const hiro = await world.person('Hiro');
  const board = await aBoard(mara, 'Road map', { Next: ['Paint the gate'], Now: ['Mend the roof'], Done: [] });
  await join(board, mara, hiro, 'visitor');
  const screen = boardScreen(hiro.page);
  await hiro.page.goto(board.path);
  await screen.isLive();
  return { mara, hiro, board, screen, page: hiro.page };
}

function changingButtons(page: Page) {
  return page.getByRole('button', { name: /^(Add new task|Add task on top|Add column|Column actions|Invite people)$/ });
}

test('a Visitor sees the board and can change nothing on it', async ({ world }) => {
  const { mara, hiro, board, screen, page } = await visitorAtWork(world);
  await expect(screen.titles('Next')).toHaveText(['Paint the gate']);
  await expect(changingButtons(page)).toHaveCount(0);

  const from = await boxOf(screen.card('Paint the gate'));
  const to = await boxOf(screen.column('Done'));
  await page.mouse.move(from.x + 40, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(to.x + 60, to.y + 200, { steps: 6 });
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
  await page.mouse.up();
  await screen.card('Paint the gate').focus();
  for (const key of ['Space', 'e', 'm', 'n', 'c', 'Delete']) await page.keyboard.press(key);
  await expect(page.getByRole('textbox')).toHaveCount(0);
  await expect(page.getByRole('dialog')).toHaveCount(0);

  await page.keyboard.press('Enter');
  const panel = screen.panel('Paint the gate');
  await expect(panel.getByText('There is no description.')).toBeVisible();
  await expect(panel.getByRole('textbox')).toHaveCount(0);

  const move = { id: board.taskId('Paint the gate'), column: board.columnId('Done'), after: null };
  const trash = { id: board.taskId('Paint the gate') };
  expect(await hiro.api.statusOf('POST', `/boards/${board.id}/commands`, { n: 'task.move', a: move })).toBe(403);
  expect(await hiro.api.statusOf('POST', `/boards/${board.id}/commands`, { n: 'task.trash', a: trash })).toBe(403);
  expect(await refusalOverSocket(page, board.id, { n: 'task.move', a: move })).toBe('forbidden');
  expect(await contentsOf(mara.api, board.id)).toEqual({
    Next: ['Paint the gate'],
    Now: ['Mend the roof'],
    Done: [],
    Trash: [],
  });
});

test('a role that is raised while the Visitor looks brings the buttons at once', async ({ world }) => {
  const { hiro, board, screen, page } = await visitorAtWork(world);
  await board.run('member.setRole', { user: hiro.id, role: 'member' });
  await expect(screen.column('Next').getByRole('button', { name: 'Add new task' })).toBeVisible();
  await screen.card('Paint the gate').focus();
  await page.keyboard.press('Delete');
  await expect(screen.titles('Next')).toHaveCount(0);
  await expect.poll(async () => (await contentsOf(hiro.api, board.id))['Trash']).toEqual(['Paint the gate']);
  await board.run('member.setRole', { user: hiro.id, role: 'visitor' });
  await expect(changingButtons(page)).toHaveCount(0);
});

test('who is removed while looking loses the board at once', async ({ world }) => {
  const { hiro, board, screen, page } = await visitorAtWork(world);
  await screen.card('Paint the gate').click();
  await expect(screen.panel('Paint the gate')).toBeVisible();
  await board.run('member.remove', { user: hiro.id });
  await expect(page.getByText("This board isn't here")).toBeVisible();
  await expect(page.getByText('Paint the gate')).toHaveCount(0);
  expect(await hiro.api.statusOf('GET', `/boards/${board.id}/snapshot`)).toBe(404);
  await page.goto('/');
  await expect(page.getByRole('button', { name: 'Create your first board' })).toBeVisible();
});

/** Speaks to the live channel as a page of this person would, and tells how the command is refused. */
function refusalOverSocket(page: Page, board: string, command: { readonly n: string; readonly a: object }) {
  return page.evaluate(
    ([id, { n, a }, schema]) =>
      new Promise<string>((resolve, reject) => {
        const socket = new WebSocket(`${location.origin.replace('http', 'ws')}/api/live`);
        const cid = id.replace(/^.{4}/, '0000');
        const say = (frame: object) => socket.send(JSON.stringify(frame));
        socket.addEventListener('open', () => {
          say({ t: 'hello', board: id, cid, since: 0, schema });
          say({ t: 'm', board: id, i: 1, n, a });
        });
        socket.addEventListener('message', ({ data }) => {
          const frame = JSON.parse(String(data)) as { t: string; code?: string };
          if (frame.t === 'x') resolve(frame.code ?? '');
          if (frame.t === 'p' || frame.t === 'error') reject(new Error(String(data)));
        });
        socket.addEventListener('close', () => reject(new Error('closed')));
      }),
    [board, command, SCHEMA_VERSION] as const,
  );
}
