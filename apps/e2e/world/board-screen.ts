import { expect, type BrowserContext, type Locator, type Page } from '@playwright/test';

/** What a person sees of a board, found by names and roles. */
export interface BoardScreen {
  column(name: string): Locator;
  /** The titles in a column, from top to bottom. */
  titles(column: string): Locator;
  card(title: string): Locator;
  panel(title: string): Locator;
  dialog(title: string): Locator;
  /** The sentence that passes by. */
  toast(text: string | RegExp): Locator;
  /** Waits until the page has everything and follows the board. */
  isLive(): Promise<void>;
}

export function boardScreen(page: Page): BoardScreen {
  const column = (name: string) => page.getByRole('region', { name, exact: true });
  return {
    column,
    titles: (name) => column(name).getByRole('group').getByRole('link'),
    card: (title) => page.getByRole('group', { name: title, exact: true }),
    panel: (title) => page.getByRole('dialog', { name: title, exact: true }),
    dialog: (title) => page.getByRole('dialog', { name: title, exact: true }),
    toast: (text) => page.getByRole('region', { name: 'Messages' }).getByText(text),
    isLive: () => expect(page.getByRole('status').filter({ hasText: 'Live' })).toBeVisible(),
  };
}

/** Adds tasks as a person does: each ended by Enter, the last one followed by Escape. */
export async function addTasks(page: Page, column: string, titles: readonly string[]): Promise<void> {
  await boardScreen(page).column(column).getByRole('button', { name: 'Add new task' }).click();
  const field = page.getByRole('textbox', { name: 'Title of the new task' });
  for (const title of titles) {
    await field.fill(title);
    await field.press('Enter');
    await expect(field).toHaveValue('');
  }
  await field.press('Escape');
  await expect(field).toHaveCount(0);
}

/** Drags with the mouse: near the top of what it lands on, its middle or its end. */
export async function drag(page: Page, what: Locator, to: Locator, where: 'top' | 'middle' = 'middle'): Promise<void> {
  const from = await boxOf(what);
  const target = await boxOf(to);
  await page.mouse.move(from.x + from.width / 2, from.y + 12);
  await page.mouse.down();
  await page.mouse.move(from.x + from.width / 2 + 8, from.y + 18, { steps: 2 });
  await expect(page.locator('[data-ghost]').first()).toBeAttached();
  const y = where === 'top' ? target.y + 6 : target.y + target.height / 2;
  await page.mouse.move(target.x + target.width / 2, y, { steps: 6 });
  await expect(page.locator('[data-lift-over]')).toHaveAttribute('data-lift-over', 'allowed');
  await page.mouse.up();
  await expect(page.locator('[data-ghost]')).toHaveCount(0);
}

export async function boxOf(what: Locator): Promise<{ x: number; y: number; width: number; height: number }> {
  await what.scrollIntoViewIfNeeded();
  const box = await what.boundingBox();
  if (box === null) throw new Error('it is not to be seen');
  return box;
}

/** Renames a task in place, from the keyboard. */
export async function rename(page: Page, title: string, next: string): Promise<void> {
  await boardScreen(page).card(title).focus();
  await page.keyboard.press('e');
  await page.getByRole('textbox', { name: 'Title of the task' }).fill(next);
  await page.keyboard.press('Enter');
}

/** Pastes a text into what has the focus. */
export async function paste({ context, page }: { context: BrowserContext; page: Page }, text: string): Promise<void> {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((copied) => navigator.clipboard.writeText(copied), text);
  await page.keyboard.press('ControlOrMeta+V');
}
