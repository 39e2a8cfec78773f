import { installedChromium } from '../../tools/test/find-chromium.ts';
import { inRounds } from '../in-rounds.ts';
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
    const results = await inRounds(world.boards, isQuick ? 1 : 3, (board) => measureBoard(world, board, path));
    return world.boards.map(({ size }, at) => ({ tasks: size, ...medianOfEach(results[at] ?? []) }));
  });
}

type Round = Record<keyof (VisitFigures & ScrollFigures & DragFigures), number>;

async function measureBoard({ person, server }: World, board: SeededBoard, path: string): Promise<Round> {
  const browser = await launchBrowser(path, person);
  try {
    const made = await measureOnce(browser, `${server.url}/b/${board.id}`);
    say(
      `   ${board.size} tasks: visible ${made.firstVisitMs} ms, again ${made.secondVisitMs}, heap ${made.heapMb} MB, ` +
        `pick-up ${made.pickUpMs}, put down ${made.moveToPaintMs}, scroll ${made.scrollP95Ms} ms`,
    );
    return made;
  } finally {
    await browser.close();
  }
}

async function measureOnce(browser: BenchBrowser, address: string): Promise<Round> {
  const visits = await measureVisits(browser, address);
  const scroll = await measureScroll(browser.page);
  const drag = await measureDrag(browser.page);
  return { ...visits, ...scroll, ...drag };
}
