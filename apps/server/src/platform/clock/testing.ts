import type { Clock } from './clock.ts';

export interface TestClock extends Clock {
  advance(milliseconds: number): void;
}

/** A clock that stands still until it is advanced. */
export function createTestClock(start = 1_800_000_000_000): TestClock {
  let instant = start;
  return {
    now: () => instant,
    advance(milliseconds) {
      instant += milliseconds;
    },
  };
}
