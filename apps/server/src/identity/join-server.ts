import type { Transaction } from 'kysely';
import type { UserId } from '@talka/domain/kernel';
import type { Tables } from '../platform/database/tables.ts';
import type { IdentityRoom } from './identity-room.ts';

/** A person who may become a user. */
export interface Joining {
  readonly name: string;
  readonly email: string;
  readonly passwordHash: string;
  readonly language: string;
  readonly timeZone: string;
  readonly emailVerified: boolean;
}

/** Makes the user, their password and their own account; the first one of all owns the server. */
export async function joinServer(room: IdentityRoom, tx: Transaction<Tables>, joining: Joining): Promise<UserId> {
  const auth = await room.auth.load();
  const now = new Date(room.clock.now());
  const dates = { createdAt: now, updatedAt: now };
  const { name, email, emailVerified, language, timeZone } = joining;
  const person = { name, email, emailVerified, language, timeZone, theme: 'system', ...dates };
  return room.auth.within(tx, async () => {
    const { id } = await auth.createUser(person, { method: 'email-password' });
    const userId = id as UserId;
    const password = joining.passwordHash;
    await auth.linkAccount({ userId, accountId: userId, providerId: 'credential', password, ...dates });
    await claimServer(tx, userId, room.clock.now());
    await room.accounts.open(tx, { id: userId, name, timeZone });
    return userId;
  });
}

// There is one row to have: whoever comes second, even at the same moment, finds it taken.
async function claimServer(tx: Transaction<Tables>, userId: UserId, now: number): Promise<void> {
  await tx
    .insertInto('server_owners')
    .values({ id: 1, user_id: userId, since: now })
    .onConflict((row) => row.doNothing())
    .execute();
}
