import { describe, expect, test } from 'vitest';
import { instantOf, isTimeZone, wallClock } from './index.ts';

const utc = (reading: string): number => Temporal.Instant.from(`${reading}Z`).epochMilliseconds;

describe('the clock of a time zone', () => {
  test('shows what it shows there', () => {
    const instant = utc('2026-07-01T12:00:00.250');
    expect(wallClock(instant, 'Europe/Riga')).toBe(utc('2026-07-01T15:00:00.250'));
    expect(wallClock(instant, 'Asia/Kathmandu')).toBe(utc('2026-07-01T17:45:00.250'));
    expect(wallClock(instant, 'UTC')).toBe(instant);
  });

  test('shows midnight as the first hour of the day', () => {
    const midnight = utc('2026-01-01T00:00');
    expect(wallClock(midnight, 'UTC')).toBe(midnight);
  });

  test('leads back to the instant', () => {
    for (const zone of ['Europe/Riga', 'America/St_Johns', 'Pacific/Kiritimati']) {
      const instant = utc('2026-11-22T01:02:03');
      expect(instantOf(wallClock(instant, zone), zone)).toBe(instant);
    }
  });

  test('is UTC’s where this machine doesn’t know the zone', () => {
    expect(wallClock(1_000, 'Mars/Olympus')).toBe(1_000);
    expect(instantOf(1_000, 'Mars/Olympus')).toBe(1_000);
  });
});

describe('a time zone', () => {
  test.each(['UTC', 'Europe/Riga', 'America/Argentina/Buenos_Aires', 'Etc/GMT+5'])('%s is one', (name) => {
    expect(isTimeZone(name)).toBe(true);
  });

  test.each(['', '+02:00', 'Mars/Olympus', 'Europe/Riga\u0000', 'x'.repeat(100)])('%j is none', (name) => {
    expect(isTimeZone(name)).toBe(false);
  });
});
