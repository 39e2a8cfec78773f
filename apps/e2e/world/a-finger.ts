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
  const press = async (at: Point): Promise<void> => {
    last = at;
    await touch('touchStart', [at]);
  };
  const moveTo = async (at: Point): Promise<void> => {
    const from = last;
    for (let step = 1; step <= STEPS; step += 1) {
      const share = step / STEPS;
      last = { x: from.x + (at.x - from.x) * share, y: from.y + (at.y - from.y) * share };
      await touch('touchMove', [last]);
    }
  };
  const lift = async (): Promise<void> => {
    await touch('touchEnd', []);
  };
  const swipe = async (at: Point, way: Point): Promise<void> => {
    await press(at);
    await moveTo({ x: at.x + way.x, y: at.y + way.y });
    await lift();
  };
  return { press, moveTo, lift, swipe };
}
