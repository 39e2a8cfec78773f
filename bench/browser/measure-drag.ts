import type { Page } from '@playwright/test';
import { median, rounded } from '../statistics.ts';
import { watchDrag } from './watch-drag.ts';
import type { DragFigures } from './watch-drag.ts';

const DRAGS = 5;

/** Drags a card from the fuller of the first two columns into the other one, several times. */
export async function measureDrag(page: Page): Promise<DragFigures> {
  const drags: DragFigures[] = [];
  for (let at = 0; at < DRAGS; at += 1) drags.push(await dragOnce(page));
  const middle = (name: keyof DragFigures): number => rounded(median(drags.map((drag) => drag[name])));
  return { pickUpMs: middle('pickUpMs'), moveToPaintMs: middle('moveToPaintMs'), settledMs: middle('settledMs') };
}

async function dragOnce(page: Page): Promise<DragFigures> {
  const way = await page.evaluate(findWay);
  const watched = page.evaluate(watchDrag, way.taskId);
  await page.mouse.move(way.from.x, way.from.y);
  await page.mouse.down();
  await page.mouse.move(way.from.x + 6, way.from.y + 2);
  await page.waitForSelector('[data-lifted]');
  await page.mouse.move(way.to.x, way.to.y, { steps: 12 });
  await page.waitForTimeout(150);
  await page.mouse.up();
  const drag = await watched;
  await page.waitForTimeout(250);
  return drag;
}

/** In the page: the first card in sight of the fuller column, and a place in the other one. */
function findWay() {
  const fullness = (list: Element): number => Number(list.querySelector('li')?.ariaSetSize ?? 0);
  const two = [...document.querySelectorAll('section ul')].slice(0, 2);
  const lists = two.toSorted((one, other) => fullness(other) - fullness(one));
  const head = lists[0]?.parentElement?.getBoundingClientRect();
  const cards = [...(lists[0]?.querySelectorAll<HTMLElement>('[data-task]') ?? [])];
  const card = cards.find((one) => one.getBoundingClientRect().top >= (head?.top ?? 0));
  const beside = lists[1]?.parentElement?.getBoundingClientRect();
  if (!card || !beside) throw new Error('no card to drag, or no column to drag it to');
  const { left, top, height } = card.getBoundingClientRect();
  return {
    taskId: card.dataset.task ?? '',
    from: { x: left + 12, y: top + height - 5 },
    to: { x: beside.left + beside.width / 2, y: beside.top + 200 },
  };
}
