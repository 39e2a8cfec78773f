import { describe, expect, test } from 'vitest';
import { instantOf, isTimeZone, wallClock } from './index.ts';

describe('the clock of a time zone', () => {
  test('shows what it shows there', () => {
    const instant = Date.UTC(2026, 6, 1, 12, 0, 0, 250);
    expect(wallClock(instant, 'Europe/Riga')).toBe(Date.UTC(2026, 6, 1, 15, 0, 0, 250));
    expect(wallClock(instant, 'Asia/Kathmandu')).toBe(Date.UTC(2026, 6, 1, 17, 45, 0, 250));
    expect(wallClock(instant, 'UTC')).toBe(instant);
  });

  test('shows midnight as the first hour of the day', () => {
    const midnight = Date.UTC(2026, 0, 1, 0, 0);
    expect(wallClock(midnight, 'UTC')).toBe(midnight);
  });

  test('leads back to the instant', () => {
    for (const zone of ['Europe/Riga', 'America/St_Johns', 'Pacific/Kiritimati']) {
      const instant = Date.UTC(2026, 10, 22, 1, 2, 3);
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
