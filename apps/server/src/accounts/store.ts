import type { Kysely } from 'kysely';
import type { Account, AccountRole } from '@talka/domain/accounts';
import type { AccountId, UserId } from '@talka/domain/kernel';
import type { Tables } from '../platform/database/tables.ts';
import type { AccountTable } from './tables.ts';

/** An account with what a person is in it. */
export interface HeldAccount extends Account {
  readonly role: AccountRole;
}

/** The accounts a person owns or is admin of, by name. Pass the transaction when inside one. */
export async function accountsOf(db: Kysely<Tables>, userId: UserId): Promise<readonly HeldAccount[]> {
  const rows = await db
    .selectFrom('accounts')
    .selectAll('accounts')
    .where((row) => row.or([row('owner_id', '=', userId), row('id', 'in', administered(db, userId))]))
    .orderBy('name')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({ ...asAccount(row), role: row.owner_id === userId ? 'owner' : 'admin' }));
}

/** What a person is in an account by owning or administering it; null for none of these, or no such account. */
export async function managingRole(
  db: Kysely<Tables>,
  accountId: AccountId,
  userId: UserId,
): Promise<'owner' | 'admin' | null> {
  const row = await db
    .selectFrom('accounts')
    .select('owner_id')
    .where('id', '=', accountId)
    .where((account) => account.or([account('owner_id', '=', userId), account('id', 'in', administered(db, userId))]))
    .executeTakeFirst();
  if (!row) return null;
  return row.owner_id === userId ? 'owner' : 'admin';
}

/** Null when there is none. */
export async function findAccount(db: Kysely<Tables>, accountId: AccountId): Promise<Account | null> {
  const row = await db.selectFrom('accounts').selectAll().where('id', '=', accountId).executeTakeFirst();
  return row ? asAccount(row) : null;
}

function administered(db: Kysely<Tables>, userId: UserId) {
  return db.selectFrom('account_admins').select('account_id').where('user_id', '=', userId);
}

function asAccount(row: AccountTable): Account {
  return {
    id: row.id,
    name: row.name,
    ownerId: row.owner_id,
    timeZone: row.time_zone,
    trial: { startedOn: row.trial_started_on, endsOn: row.trial_ends_on },
  };
}
