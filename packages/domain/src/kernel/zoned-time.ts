import { dayNumber } from './calendar-day.ts';

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * Clocks of a time zone, out of Intl alone: Temporal isn't in every browser yet, and its stand-ins are heavy. Good for the
 * years 1970 to 2199.
 */

/** Whether this machine knows a time zone by its IANA name; bare offsets such as `+02:00` aren't zones. */
export function isTimeZone(name: string): boolean {
  return /^[A-Za-z][A-Za-z0-9_+\-/]{0,63}$/.test(name) && formatOf(name) !== null;
}

/**
 * What the clock and calendar of a zone show at an instant, as the epoch milliseconds of the same reading in UTC. A zone
 * that this machine doesn't know counts as UTC.
 */
export function wallClock(instant: number, zone: string): number {
  const format = formatOf(zone);
  if (format === null) return instant;
  const parts: Record<string, number> = {};
  for (const { type, value } of format.formatToParts(instant)) parts[type] = Number(value);
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  const milliseconds = ((instant % 1000) + 1000) % 1000;
  const time = hour * HOUR_MS + minute * MINUTE_MS + second * 1000 + milliseconds;
  return dayNumber(year, month, day) * DAY_MS + time;
}

/**
 * The instant at which the clock of a zone shows `wall` (a reading as `wallClock` gives it): the first one where clocks
 * go back over it, and as much later where they jump over it, as everywhere (RFC 5545).
 */
export function instantOf(wall: number, zone: string): number {
  const before = offsetAt(wall - DAY_MS, zone);
  const after = offsetAt(wall + DAY_MS, zone);
  const found = [wall - before, wall - after].filter((instant) => wallClock(instant, zone) === wall);
  return found.length > 0 ? Math.min(...found) : wall - before;
}

function offsetAt(instant: number, zone: string): number {
  return wallClock(instant, zone) - instant;
}

const formats = new Map<string, Intl.DateTimeFormat | null>();

function formatOf(zone: string): Intl.DateTimeFormat | null {
  const known = formats.get(zone);
  if (known !== undefined) return known;
  const made = makeFormat(zone);
  // Names come from outside: what this machine doesn't know isn't kept, so that nobody can fill the map.
  if (made !== null) formats.set(zone, made);
  return made;
}

function makeFormat(timeZone: string): Intl.DateTimeFormat | null {
  const digits = { year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric' } as const;
  const rest = { minute: 'numeric', second: 'numeric', hourCycle: 'h23', calendar: 'iso8601' } as const;
  try {
    return new Intl.DateTimeFormat('en-US-u-nu-latn', { ...digits, ...rest, timeZone });
  } catch (error) {
    if (error instanceof RangeError) return null;
    throw error;
  }
}
