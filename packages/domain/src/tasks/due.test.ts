import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { aBoard, didNothing, refused, run, taskId, told } from '../boards/testing.ts';
import { checkDue, dueInstant, dueInWords, dueOf, isOverdue, tasks } from './index.ts';
import type { Due } from './index.ts';

const RIGA = 'Europe/Riga';
const due = (date: string, time: string | null = null, timeZone = RIGA): Due => ({ date, time, timeZone });
const at = (text: string): number => Temporal.Instant.from(text).epochMilliseconds;
const set = (value: Due | null) => ['task.setDue', { id: taskId('a'), due: value }] as const;
const words = (value: Due, now: string, timeZone = RIGA) => dueInWords(value, { now: at(now), timeZone });

const zones = fc.constantFrom('UTC', RIGA, 'America/New_York', 'America/Sao_Paulo', 'Pacific/Apia', 'Asia/Kathmandu',
  'Australia/Lord_Howe', 'Pacific/Kiritimati', 'Africa/Casablanca', 'America/Havana', 'America/St_Johns'); // prettier-ignore
const dates = fc
  .integer({ min: 1, max: 83_000 })
  .map((days) => Temporal.PlainDate.from('1970-01-01').add({ days }).toString());
const times = fc
  .tuple(fc.nat(23), fc.nat(59))
  .map((parts) => parts.map((part) => `${part}`.padStart(2, '0')).join(':'));

describe('a due date', () => {
  test.each<[string, Due, string]>([
    ['31 February', due('2026-02-31'), 'date-invalid'],
    ['29 February of a common year', due('2027-02-29'), 'date-invalid'],
    ['a 13th month', due('2026-13-01'), 'date-invalid'],
    ['month 0', due('2026-00-10'), 'date-invalid'],
    ['day 0', due('2026-01-00'), 'date-invalid'],
    ['words', due('tomorrow'), 'date-invalid'],
    ['a date with a time in it', due('2026-12-24T10:00'), 'date-invalid'],
    ['the year 20,000', due('20000-01-01'), 'date-out-of-range'],
    ['1969', due('1969-12-31'), 'date-out-of-range'],
    ['2200', due('2200-01-01'), 'date-out-of-range'],
    ['25 o’clock', due('2026-12-24', '25:00'), 'time-invalid'],
    ['60 minutes', due('2026-12-24', '10:60'), 'time-invalid'],
    ['half a time', due('2026-12-24', '9:5'), 'time-invalid'],
    ['a made-up zone', due('2026-12-24', null, 'Mars/Olympus'), 'time-zone-unknown'],
    ['an offset for a zone', due('2026-12-24', null, '+02:00'), 'time-zone-unknown'],
    ['an empty zone', due('2026-12-24', null, ''), 'time-zone-unknown'],
  ])('that is %s is refused', (_what, value, code) => {
    const store = aBoard({ todo: ['a'] });
    expect(refused(store, set(value))).toEqual({ code });
  });

  test.each(['1970-01-01', '2028-02-29', '2199-12-31'])('of %s exists', (date) => {
    expect(checkDue(due(date)).ok).toBe(true);
  });

  test('is kept with its zone, told in history, and taken off', () => {
    const store = aBoard({ todo: ['a'] });
    expect(told(store, set(due('2026-12-24', '14:30')))).toEqual([
      {
        kind: 'task.due-changed',
        taskId: 'a',
        data: { from: null, fromTime: null, to: '2026-12-24', toTime: '14:30', zone: RIGA },
      },
    ]);
    expect(store.get(tasks, 'a')).toMatchObject({ dueDate: '2026-12-24', dueTime: '14:30', dueZone: RIGA });
    expect(didNothing(store, set(due('2026-12-24', '14:30')))).toBe(true);
    expect(told(store, set(null))[0]?.data).toMatchObject({ from: '2026-12-24', fromTime: '14:30', to: null });
    expect(store.get(tasks, 'a')).toMatchObject({ dueDate: null, dueTime: null, dueZone: null });
    expect(didNothing(store, set(null))).toBe(true);
  });

  test('is read back as it was set', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    run(store, set(due('2026-12-24')));
    expect([...store.rows(tasks)].map(dueOf)).toEqual([due('2026-12-24'), null]);
  });

  test('of a task that is gone is refused', () => {
    expect(refused(aBoard(), set(null))).toEqual({ code: 'task-gone' });
  });
});

describe('the moment until which it is in time', () => {
  test.each<[Due, string]>([
    [due('2026-12-24'), '2026-12-24T21:59:59.999Z'],
    [due('2026-12-24', '14:30'), '2026-12-24T12:30:00Z'],
    // A day of 23 hours, and one of 25.
    [due('2026-03-29'), '2026-03-29T20:59:59.999Z'],
    [due('2026-10-25'), '2026-10-25T21:59:59.999Z'],
    // Clocks jump over 03:30, and show 03:30 twice.
    [due('2026-03-29', '03:30'), '2026-03-29T01:30:00Z'],
    [due('2026-10-25', '03:30'), '2026-10-25T00:30:00Z'],
    // Samoa left a whole day out, which ends as it would begin.
    [due('2011-12-29', null, 'Pacific/Apia'), '2011-12-30T09:59:59.999Z'],
    [due('2011-12-30', null, 'Pacific/Apia'), '2011-12-30T09:59:59.999Z'],
    // Midnight itself doesn't come.
    [due('2018-11-03', null, 'America/Sao_Paulo'), '2018-11-04T02:59:59.999Z'],
  ])('of %o is %s', (value, instant) => {
    expect(dueInstant(value)).toBe(at(instant));
  });

  test('is the one that Temporal finds, in every zone', () => {
    const finds = fc.property(dates, times, zones, (date, time, zone) => {
      const plain = Temporal.PlainDate.from(date);
      const end = plain.add({ days: 1 }).toPlainDateTime('00:00').toZonedDateTime(zone).epochMilliseconds - 1;
      const moment = plain.toPlainDateTime(Temporal.PlainTime.from(time)).toZonedDateTime(zone).epochMilliseconds;
      expect(dueInstant(due(date, null, zone))).toBe(end);
      expect(dueInstant(due(date, time, zone))).toBe(moment);
    });
    expect(() => fc.assert(finds, { numRuns: 1_000 })).not.toThrow();
  });

  test('is over only after it', () => {
    expect(isOverdue(due('2026-12-24'), at('2026-12-24T21:59:59.999Z'))).toBe(false);
    expect(isOverdue(due('2026-12-24'), at('2026-12-24T22:00:00Z'))).toBe(true);
    expect(isOverdue(due('2026-12-24', '14:30'), at('2026-12-24T12:30:00Z'))).toBe(false);
    expect(isOverdue(due('2026-12-24', '14:30'), at('2026-12-24T12:30:00.001Z'))).toBe(true);
  });
});

describe('how a due date reads', () => {
  test('around midnight', () => {
    expect(words(due('2026-12-24'), '2026-12-22T21:59:59Z')).toEqual({ is: 'later', days: 2 });
    expect(words(due('2026-12-24'), '2026-12-22T22:00:00Z')).toEqual({ is: 'tomorrow' });
    expect(words(due('2026-12-24'), '2026-12-23T22:00:00Z')).toEqual({ is: 'today' });
    expect(words(due('2026-12-24'), '2026-12-24T21:59:59Z')).toEqual({ is: 'today' });
    expect(words(due('2026-12-24'), '2026-12-24T22:00:00Z')).toEqual({ is: 'overdue', days: 1 });
    expect(words(due('2026-12-24'), '2026-12-26T21:59:00Z')).toEqual({ is: 'overdue', days: 2 });
  });

  test('on a day whose time is over', () => {
    expect(words(due('2026-12-24', '14:30'), '2026-12-24T12:29:00Z')).toEqual({ is: 'today' });
    expect(words(due('2026-12-24', '14:30'), '2026-12-24T12:31:00Z')).toEqual({ is: 'overdue', days: 0 });
  });

  test('across the date line, by the reader’s own calendar', () => {
    const christmas = due('2026-12-25', null, 'Pacific/Auckland');
    expect(words(christmas, '2026-12-24T20:00:00Z', 'Pacific/Auckland')).toEqual({ is: 'today' });
    expect(words(christmas, '2026-12-24T20:00:00Z', 'America/Los_Angeles')).toEqual({ is: 'tomorrow' });
    expect(words(christmas, '2026-12-25T10:59:59Z', 'America/Los_Angeles')).toEqual({ is: 'today' });
    expect(words(christmas, '2026-12-25T11:00:00Z', 'America/Los_Angeles')).toEqual({ is: 'overdue', days: 0 });
    expect(words(christmas, '2026-12-25T11:00:00Z', 'Pacific/Auckland')).toEqual({ is: 'overdue', days: 1 });
  });

  test('over a change of clocks by days, not by 24 hours', () => {
    expect(words(due('2026-03-30'), '2026-03-28T22:30:00Z')).toEqual({ is: 'tomorrow' });
    expect(words(due('2026-10-25'), '2026-10-24T21:30:00Z')).toEqual({ is: 'today' });
  });

  test('set in a zone that this machine doesn’t know, as in UTC', () => {
    const odd = due('2026-12-24', null, 'Mars/Olympus');
    expect(words(odd, '2026-12-24T23:00:00Z', 'UTC')).toEqual({ is: 'today' });
    expect(words(odd, '2026-12-25T00:00:00Z', 'Mars/Olympus')).toEqual({ is: 'overdue', days: 1 });
  });
});
