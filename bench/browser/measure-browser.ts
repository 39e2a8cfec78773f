import { installedChromium } from '../../tools/test/find-chromium.ts';
import { say } from '../say.ts';
import { medianOfEach } from '../statistics.ts';
import { withWorld } from '../world/with-world.ts';
import type { SeededBoard, World } from '../world/with-world.ts';
import { launchBrowser } from './launch-browser.ts';
import type { BenchBrowser } from './launch-browser.ts';
import { measureDrag } from './measure-drag.ts';
import { measureScroll } from './measure-scroll.ts';
import type { ScrollFigures } from './measure-scroll.ts';
import { measureVisits } from './measure-visits.ts';
import type { VisitFigures } from './measure-visits.ts';
import type { DragFigures } from './watch-drag.ts';

/** A board in a real browser: milliseconds, megabytes; each figure the median of its repetitions. */
export interface BoardInBrowser extends VisitFigures, ScrollFigures, DragFigures {
  readonly tasks: number;
}

export type BrowserFigures = readonly BoardInBrowser[];

export async function measureBrowser(isQuick: boolean): Promise<BrowserFigures | undefined> {
  const path = process.env.CHROMIUM_PATH ?? installedChromium(process.env);
  if (path === null) {
    say('   no Chromium here: left out (CHROMIUM_PATH names one)');
    return undefined;
  }
  return withWorld(async (world) => {
    const made: BoardInBrowser[] = [];
    for (const board of world.boards) made.push(await measureBoard(world, { path, board, isQuick }));
    return made;
  });
}

interface Asked {
  readonly path: string;
  readonly board: SeededBoard;
  readonly isQuick: boolean;
}

async function measureBoard(world: World, { path, board, isQuick }: Asked): Promise<BoardInBrowser> {
  const repetitions: (VisitFigures & ScrollFigures & DragFigures)[] = [];
  for (let at = 0; at < (isQuick ? 1 : 3); at += 1) {
    const browser = await launchBrowser(path, world.person);
    try {
      repetitions.push(await measureOnce(browser, `${world.server.url}/b/${board.id}`));
    } finally {
      await browser.close();
    }
  }
  const made = { tasks: board.size, ...medianOfEach(repetitions) };
  say(
    `   ${board.size} tasks: visible ${made.firstVisitMs} ms, again ${made.secondVisitMs}, heap ${made.heapMb} MB, ` +
      `pick-up ${made.pickUpMs}, put down ${made.moveToPaintMs}, scroll ${made.scrollP95Ms} ms`,
  );
  return made;
}

async function measureOnce(browser: BenchBrowser, address: string) {
  const visits = await measureVisits(browser, address);
  const scroll = await measureScroll(browser.page);
  const drag = await measureDrag(browser.page);
  return { ...visits, ...scroll, ...drag };
}
