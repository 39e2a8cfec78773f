import type { AccountId, UserId } from '../kernel/index.ts';

/** Owns boards, seats and invoices. It has exactly one owner and any number of account admins. */
export interface Account {
  readonly id: AccountId;
  readonly name: string;
  readonly ownerId: UserId;
  /** IANA name; the days of the trial are counted in it. */
  readonly timeZone: string;
  readonly trial: Trial;
}

/** Calendar dates as ISO text; the trial lasts through `endsOn`. */
export interface Trial {
  readonly startedOn: string;
  readonly endsOn: string;
}
