import type { Page } from '@playwright/test';
import { quantile, rounded } from '../statistics.ts';
import { scrollFirstColumn } from './in-page.ts';

export interface ScrollFigures {
  /** Time from a frame to the next while a column is scrolled; 16.7 is every frame of 60 a second. */
  readonly scrollMedianMs: number;
  readonly scrollP95Ms: number;
}

const FRAMES = 100;

export async function measureScroll(page: Page): Promise<ScrollFigures> {
  const intervals = (await page.evaluate(scrollFirstColumn, FRAMES)).toSorted((one, other) => one - other);
  return { scrollMedianMs: rounded(quantile(intervals, 0.5)), scrollP95Ms: rounded(quantile(intervals, 0.95)) };
}
