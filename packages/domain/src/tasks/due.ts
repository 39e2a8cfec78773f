import { dayNumber, daysInMonth, instantOf, isTimeZone, must, no, ok, wallClock } from '../kernel/index.ts';
import type { Problem, Result } from '../kernel/index.ts';
import type { Task } from './task.ts';

/** When a task is due: until the end of a calendar day, or until a time of it, as the clocks of a time zone show it. */
export interface Due {
  /** `2026-12-24` */
  readonly date: string;
  /** `14:30`, or null for the whole day. */
  readonly time: string | null;
  /** IANA name of the setter's time zone. */
  readonly timeZone: string;
}

/** How a due date reads on a day in the reader's time zone. */
export type DueWords =
  /** `days` is 0 for a time of today that is over. */
  | { readonly is: 'overdue'; readonly days: number }
  | { readonly is: 'today' | 'tomorrow' }
  | { readonly is: 'later'; readonly days: number };

export const DUE_YEARS = { first: 1970, last: 2199 } as const;

const DAY_MS = 86_400_000;
const DATE = /^(\d{4,6})-(\d\d)-(\d\d)$/;
const TIME = /^([01]\d|2[0-3]):([0-5]\d)$/;

/** A due date that exists: 31 February, a year past counting, 25 o'clock and made-up zones don't. */
export function checkDue(due: Due): Result<void, Problem> {
  const day = partsOf(due.date, DATE);
  if (day === null) return no({ code: 'date-invalid' });
  if (day.first < DUE_YEARS.first || day.first > DUE_YEARS.last) return no({ code: 'date-out-of-range' });
  if (!isDayOfMonth(day)) return no({ code: 'date-invalid' });
  if (due.time !== null && !TIME.test(due.time)) return no({ code: 'time-invalid' });
  return isTimeZone(due.timeZone) ? ok() : no({ code: 'time-zone-unknown' });
}

/** The task's due date out of its fields; null when it has none. */
export function dueOf({ dueDate, dueTime, dueZone }: Pick<Task, 'dueDate' | 'dueTime' | 'dueZone'>): Due | null {
  return dueDate === null || dueZone === null ? null : { date: dueDate, time: dueTime, timeZone: dueZone };
}

/** The last instant, in epoch milliseconds, at which it is still in time. */
export function dueInstant({ date, time, timeZone }: Due): number {
  const day = must(partsOf(date, DATE), 'a date that was checked');
  const midnight = dayNumber(day.first, day.second, day.third) * DAY_MS;
  if (time === null) return instantOf(midnight + DAY_MS, timeZone) - 1;
  const clock = must(partsOf(time, TIME), 'a time that was checked');
  return instantOf(midnight + (clock.first * 60 + clock.second) * 60_000, timeZone);
}

export function isOverdue(due: Due, now: number): boolean {
  return now > dueInstant(due);
}

/** How it reads now, in the reader's time zone: by calendar days there, whatever day it was set for elsewhere. */
export function dueInWords(due: Due, reader: { readonly now: number; readonly timeZone: string }): DueWords {
  const days = dayIn(reader.timeZone, dueInstant(due)) - dayIn(reader.timeZone, reader.now);
  if (isOverdue(due, reader.now)) return { is: 'overdue', days: Math.max(0, -days) };
  if (days <= 0) return { is: 'today' };
  return days === 1 ? { is: 'tomorrow' } : { is: 'later', days };
}

/** The calendar day of a zone at an instant, counted from 1970. */
function dayIn(timeZone: string, instant: number): number {
  return Math.floor(wallClock(instant, timeZone) / DAY_MS);
}

/** Year, month and day, or hour and minute. */
interface Parts {
  readonly first: number;
  readonly second: number;
  readonly third: number;
}

function partsOf(text: string, pattern: RegExp): Parts | null {
  const found = pattern.exec(text);
  return found === null ? null : { first: Number(found[1]), second: Number(found[2]), third: Number(found[3] ?? 0) };
}

function isDayOfMonth({ first: year, second: month, third: day }: Parts): boolean {
  return month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month);
}
