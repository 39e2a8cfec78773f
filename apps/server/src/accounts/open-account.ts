import type { Transaction } from 'kysely';
import { defaultAccountName, trialFrom } from '@talka/domain/accounts';
import type { AccountId, UserId } from '@talka/domain/kernel';
import type { Tables } from '../platform/database/tables.ts';

/** Whose account is opened. */
export interface NewOwner {
  readonly id: UserId;
  readonly name: string;
  /** IANA name. */
  readonly timeZone: string;
}

/** Opens a person's own account, on trial from today in their time zone, in the transaction of their joining. */
export async function openAccount(
  tx: Transaction<Tables>,
  owner: NewOwner,
  at: { readonly id: AccountId; readonly now: number },
): Promise<AccountId> {
  const trial = trialFrom(dateIn(owner.timeZone, at.now));
  await tx
    .insertInto('accounts')
    .values({
      id: at.id,
      name: defaultAccountName(owner.name),
      owner_id: owner.id,
      time_zone: owner.timeZone,
      trial_started_on: trial.startedOn,
      trial_ends_on: trial.endsOn,
      created_at: at.now,
    })
    .execute();
  return at.id;
}

function dateIn(timeZone: string, now: number): string {
  return Temporal.Instant.fromEpochMilliseconds(now).toZonedDateTimeISO(timeZone).toPlainDate().toString();
}
