import type { Page } from '@playwright/test';
import type { Who } from '../demo/demo-board.ts';

export interface Picture {
  readonly name: string;
  readonly who: Who;
  readonly colorScheme: 'light' | 'dark';
  readonly isPhone?: true;
  /** From Home to what the picture shows. */
  readonly show: (page: Page) => Promise<void>;
}

export const PICTURES: readonly Picture[] = [
  { name: 'home', who: 'mara', colorScheme: 'light', show: seeHome },
  { name: 'board-light', who: 'mara', colorScheme: 'light', show: dragATask },
  { name: 'board-dark', who: 'mara', colorScheme: 'dark', show: (page) => openBoard(page, 'Customer success') },
  { name: 'board-arabic', who: 'lina', colorScheme: 'light', show: (page) => openBoard(page, 'خطة المحتوى') },
  {
    name: 'board-phone',
    who: 'hiro',
    colorScheme: 'light',
    isPhone: true,
    show: (page) => openBoard(page, 'Customer success'),
  },
  { name: 'panel', who: 'mara', colorScheme: 'light', show: openTask },
];

async function seeHome(page: Page): Promise<void> {
  await page.getByRole('link', { name: /10,000 tasks/ }).waitFor();
}

async function openBoard(page: Page, name: string): Promise<void> {
  await page.getByRole('main').getByRole('link', { name }).first().click();
  await page.getByRole('main').getByRole('group').first().waitFor();
  await page.locator('[data-is="live"]').waitFor();
  // Away from the cards, so that none looks touched.
  await page.mouse.move(0, 0);
}

/** In mid-drag: a card over the gap it would fall into. */
async function dragATask(page: Page): Promise<void> {
  await openBoard(page, 'Customer success');
  const card = await boxOf(page, 'Double click on “Sign up” makes two accounts');
  const target = await boxOf(page, 'Show a week number next to due dates');
  await page.mouse.move(card.x + card.width / 2, card.y + 20);
  await page.mouse.down();
  await page.mouse.move(target.x + target.width / 2 + 30, target.y + 24, { steps: 12 });
  await page.locator('[data-lift-over="allowed"]').waitFor();
}

async function openTask(page: Page): Promise<void> {
  await openBoard(page, 'Customer success');
  await page.getByRole('group', { name: 'Team discount?' }).click();
  await page.getByRole('dialog', { name: 'Team discount?' }).getByText('renamed it').waitFor();
  await page.mouse.move(0, 0);
}

async function boxOf(page: Page, title: string) {
  const box = await page.getByRole('group', { name: title }).boundingBox();
  if (box === null) throw new Error(`“${title}” is not to be seen`);
  return box;
}
