import type { Page } from '@playwright/test';

export interface Point {
  readonly x: number;
  readonly y: number;
}

/** One finger on the glass, as the browser gets it from the screen. */
export interface Finger {
  press(at: Point): Promise<void>;
  moveTo(at: Point): Promise<void>;
  lift(): Promise<void>;
  /** A quick stroke over a way, as one scrolls. */
  swipe(at: Point, way: Point): Promise<void>;
}

const STEPS = 12;

export async function aFinger(page: Page): Promise<Finger> {
  const device = await page.context().newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchMove' | 'touchEnd', points: Point[]) =>
    device.send('Input.dispatchTouchEvent', { type, touchPoints: points });
  let last: Point = { x: 0, y: 0 };
  return {
    async press(at) {
      last = at;
      await touch('touchStart', [at]);
    },
    async moveTo(at) {
      const from = last;
      for (let step = 1; step <= STEPS; step += 1) {
        const share = step / STEPS;
        last = { x: from.x + (at.x - from.x) * share, y: from.y + (at.y - from.y) * share };
        await touch('touchMove', [last]);
      }
    },
    async lift() {
      await touch('touchEnd', []);
    },
    async swipe(at, way) {
      await this.press(at);
      await this.moveTo({ x: at.x + way.x, y: at.y + way.y });
      await this.lift();
    },
  };
}
