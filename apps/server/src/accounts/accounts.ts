import type { Kysely, Transaction } from 'kysely';
import { managesAccount, type Account } from '@talka/domain/accounts';
import type { AccountId, UserId } from '@talka/domain/kernel';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Ids } from '../platform/ids/ids.ts';
import { openAccount, type NewOwner } from './open-account.ts';
import { accountsOf, findAccount, managingRole, type HeldAccount } from './store.ts';

/** Every reading takes the caller's transaction as its last argument when inside one. */
export interface Accounts {
  /** The accounts a person owns or is admin of, by name. */
  accountsOf(userId: UserId, tx?: Kysely<Tables>): Promise<readonly HeldAccount[]>;
  find(accountId: AccountId, tx?: Kysely<Tables>): Promise<Account | null>;
  /** Null when the person neither owns nor administers the account, or there is none: nobody learns which. */
  managingRole(accountId: AccountId, userId: UserId, tx?: Kysely<Tables>): Promise<'owner' | 'admin' | null>;
  /** By owning or administering the account; who may by being on a board's team is known to the boards. */
  canCreateBoards(accountId: AccountId, userId: UserId, tx?: Kysely<Tables>): Promise<boolean>;
  /** Opens a person's own account with its trial. */
  open(tx: Transaction<Tables>, owner: NewOwner): Promise<AccountId>;
}

export interface AccountsParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
}

export function createAccounts({ database, clock, ids }: AccountsParts): Accounts {
  return {
    accountsOf: (userId, tx) => accountsOf(tx ?? database.kysely, userId),
    find: (accountId, tx) => findAccount(tx ?? database.kysely, accountId),
    managingRole: (accountId, userId, tx) => managingRole(tx ?? database.kysely, accountId, userId),
    async canCreateBoards(accountId, userId, tx) {
      const role = await managingRole(tx ?? database.kysely, accountId, userId);
      return role !== null && managesAccount(role);
    },
    open: (tx, owner) => openAccount(tx, owner, { id: ids.next() as AccountId, now: clock.now() }),
  };
}
