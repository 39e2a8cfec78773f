import type { AccountId, UserId } from '@talka/domain/kernel';

export interface AccountTable {
  readonly id: AccountId;
  readonly name: string;
  readonly owner_id: UserId;
  /** IANA name. */
  readonly time_zone: string;
  /** ISO dates in the account's time zone. */
  readonly trial_started_on: string;
  readonly trial_ends_on: string;
  /** Epoch ms. */
  readonly created_at: number;
}

export interface AccountAdminTable {
  readonly account_id: AccountId;
  readonly user_id: UserId;
  /** Epoch ms. */
  readonly since: number;
}

declare module '../platform/database/tables.ts' {
  interface Tables {
    accounts: AccountTable;
    account_admins: AccountAdminTable;
  }
}
