import { Refusal, type UserId } from '@talka/domain/kernel';
import type { AccountRole } from '@talka/domain/accounts';
import type { IdentityRoom } from './identity-room.ts';
import type { UserTable } from './tables.ts';

/** What the browser needs to know of the one who uses it. */
export interface WhoAmI {
  readonly user: {
    readonly id: UserId;
    readonly name: string;
    readonly email: string;
    readonly language: string;
    readonly theme: UserTable['theme'];
    readonly timeZone: string;
  };
  readonly accounts: readonly {
    readonly id: string;
    readonly name: string;
    readonly role: AccountRole;
    readonly trialEndsOn: string;
  }[];
  readonly isServerOwner: boolean;
}

export async function whoAmI(room: IdentityRoom, userId: UserId): Promise<WhoAmI> {
  const row = await room.database.kysely
    .selectFrom('users')
    .leftJoin('server_owners', 'server_owners.user_id', 'users.id')
    .select(['users.id', 'name', 'email', 'language', 'theme', 'time_zone', 'server_owners.since as owns_since'])
    .where('users.id', '=', userId)
    .executeTakeFirst();
  if (!row) throw new Refusal('sign-in-required');
  const { time_zone: timeZone, owns_since: ownsSince, ...user } = row;
  const accounts = await room.accounts.accountsOf(userId);
  return {
    user: { ...user, timeZone },
    accounts: accounts.map(({ id, name, role, trial }) => ({ id, name, role, trialEndsOn: trial.endsOn })),
    isServerOwner: ownsSince !== null,
  };
}
