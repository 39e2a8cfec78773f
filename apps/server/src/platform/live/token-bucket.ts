import type { Clock } from '../clock/clock.ts';

/** Bounds a rate: tokens come back evenly with time, up to a store for bursts. */
export class TokenBucket {
  readonly #clock: Clock;
  readonly #perSecond: number;
  readonly #atMost: number;
  #tokens: number;
  #countedAt: number;

  constructor(clock: Clock, perSecond: number, atMost: number) {
    this.#clock = clock;
    this.#perSecond = perSecond;
    this.#atMost = atMost;
    this.#tokens = atMost;
    this.#countedAt = clock.now();
  }

  /** Takes tokens, going into debt if it must, and tells how many milliseconds to wait until the debt is paid. */
  take(count: number): number {
    const now = this.#clock.now();
    const earned = (Math.max(0, now - this.#countedAt) / 1000) * this.#perSecond;
    this.#tokens = Math.min(this.#atMost, this.#tokens + earned) - count;
    this.#countedAt = now;
    return this.#tokens >= 0 ? 0 : Math.ceil((-this.#tokens / this.#perSecond) * 1000);
  }
}
