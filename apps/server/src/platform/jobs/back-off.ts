const FIRST_MS = 5_000;
const LONGEST_MS = 60 * 60 * 1000;

/**
 * How long a failed job waits: 5 s doubling up to an hour, of which the second half is left to chance, so that jobs
 * that failed together don't come back together.
 * @param attempt how often it has run, from 1
 * @param chance from 0 up to 1
 * @returns milliseconds
 */
export function backOff(attempt: number, chance: number): number {
  const whole = Math.min(LONGEST_MS, FIRST_MS * 2 ** (Math.max(1, attempt) - 1));
  return Math.round(whole / 2 + (whole / 2) * chance);
}
