const FIRST_MS = 250;
const LONGEST_MS = 15_000;

/**
 * How long to wait before connecting again, in ms: at most doubling with each failure, and spread by chance (0 to 1),
 * so that a restarted server isn't met by everybody in the same instant.
 */
export function reconnectDelay(failures: number, chance: number): number {
  const longest = Math.min(LONGEST_MS, FIRST_MS * 2 ** Math.min(failures, 10));
  return Math.round(longest * (0.5 + chance / 2));
}
