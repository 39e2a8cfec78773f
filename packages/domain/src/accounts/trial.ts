import type { Trial } from './account.ts';

/** The free trial of a new account, for the whole team. */
export const TRIAL_DAYS = 30;

/** The trial of an account that begins on a calendar date (ISO text) of its own time zone. */
export function trialFrom(startedOn: string): Trial {
  return { startedOn, endsOn: trialEndsOn(startedOn, TRIAL_DAYS) };
}

/** The last day of a trial: day 1 is the day it starts on, so 30 days from 1 June end on 30 June. */
export function trialEndsOn(startedOn: string, days: number): string {
  if (!Number.isInteger(days) || days < 1) throw new RangeError(`a trial lasts whole days, at least one, not ${days}`);
  return Temporal.PlainDate.from(startedOn)
    .add({ days: days - 1 })
    .toString();
}

/** Whether a trial still holds on a calendar date of the account's time zone. */
export function isOnTrial(trial: Trial, today: string): boolean {
  return Temporal.PlainDate.compare(today, trial.endsOn) <= 0;
}
