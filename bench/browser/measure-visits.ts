import { rounded } from '../statistics.ts';
import { watchLoading } from './in-page.ts';
import type { BenchBrowser } from './launch-browser.ts';

export interface VisitFigures {
  /** From navigation to cards painted, with nothing in the browser's caches. */
  readonly firstVisitMs: number;
  /** The same again in the same browser. */
  readonly secondVisitMs: number;
  /** What scripts hold after collecting garbage. */
  readonly heapMb: number;
  readonly longTasks: number;
  readonly longTasksMs: number;
}

const SETTLED_MS = 1_000;

export async function measureVisits({ page, devTools }: BenchBrowser, address: string): Promise<VisitFigures> {
  await page.addInitScript(watchLoading);
  const firstVisitMs = await visit(page, address);
  await page.waitForTimeout(SETTLED_MS);
  const longTasks = await page.evaluate(() => window.benchNotes.longTasks);
  await devTools.send('HeapProfiler.collectGarbage');
  const { usedSize } = await devTools.send('Runtime.getHeapUsage');
  await page.goto('about:blank');
  const secondVisitMs = await visit(page, address);
  await page.waitForTimeout(SETTLED_MS);
  return {
    firstVisitMs: rounded(firstVisitMs),
    secondVisitMs: rounded(secondVisitMs),
    heapMb: rounded(usedSize / 2 ** 20),
    longTasks: longTasks.length,
    longTasksMs: rounded(longTasks.reduce((sum, duration) => sum + duration, 0)),
  };
}

async function visit(page: BenchBrowser['page'], address: string): Promise<number> {
  await page.goto(address, { waitUntil: 'commit' });
  await page.waitForFunction(() => window.benchNotes.cardsAt > 0, null, { polling: 50, timeout: 60_000 });
  return page.evaluate(() => window.benchNotes.cardsAt);
}
