import { describe, expect, it } from 'vitest';
import { dayInWords, exactTime, timeAgo } from './dates.ts';

const NOW = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

describe('how long ago something was', () => {
  it.each([
    [0, 'now'],
    [59_000, 'now'],
    [MINUTE, '1 minute ago'],
    [59 * MINUTE, '59 minutes ago'],
    [HOUR, '1 hour ago'],
    [23 * HOUR, '23 hours ago'],
    [DAY, 'yesterday'],
    [29 * DAY, '29 days ago'],
  ])('%i ms reads %s', (passed, words) => {
    expect(timeAgo(NOW - passed, NOW, 'en')).toBe(words);
  });

  it('is the day itself from a month on', () => {
    expect(timeAgo(NOW - 40 * DAY, NOW, 'en')).toBe('Oct 13, 2026');
  });

  it('is now for what a wrong clock puts into the future', () => {
    expect(timeAgo(NOW + HOUR, NOW, 'en')).toBe('now');
  });

  it('is said in the reader’s language, with digits as on keyboards', () => {
    expect(timeAgo(NOW - 5 * DAY, NOW, 'ar-u-nu-latn')).toContain('5');
    expect(timeAgo(NOW - DAY, NOW, 'de')).toBe('gestern');
  });
});

describe('a moment and a day', () => {
  it('are told exactly', () => {
    expect(exactTime(NOW, 'en')).toContain('Sunday, November 22, 2026');
  });

  it('don’t move with the time zone when they are a calendar day', () => {
    expect(dayInWords('2026-12-21', 'en')).toBe('Dec 21, 2026');
  });
});
