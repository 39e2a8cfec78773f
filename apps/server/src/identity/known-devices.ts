import type { Kysely, Transaction } from 'kysely';
import type { UserId } from '@talka/domain/kernel';
import type { Tables } from '../platform/database/tables.ts';
import type { Caller } from './caller.ts';
import { secretHash } from './secret-hash.ts';
import type { Familiarity } from './throttle/sign-in-throttle.ts';

const FORGET_AFTER_MS = 365 * 24 * 60 * 60 * 1000;

/** Notes where a person proved who they are, so that a stranger's guessing never stands in their way. */
export async function rememberDevice(
  tx: Transaction<Tables>,
  userId: UserId,
  seen: { readonly deviceSecret: string; readonly network: string; readonly now: number },
): Promise<void> {
  const last = { address: seen.network, seen_at: seen.now };
  await tx
    .deleteFrom('known_devices')
    .where('user_id', '=', userId)
    .where('seen_at', '<', seen.now - FORGET_AFTER_MS)
    .execute();
  await tx
    .insertInto('known_devices')
    .values({ user_id: userId, device_hash: secretHash(seen.deviceSecret), ...last })
    .onConflict((row) => row.columns(['user_id', 'device_hash']).doUpdateSet(last))
    .execute();
}

/** What the account behind an address knows of the caller; for an unknown account everybody is a stranger. */
export async function familiarityOf(db: Kysely<Tables>, email: string, caller: Caller): Promise<Familiarity> {
  const deviceHash = caller.deviceSecret === null ? '' : secretHash(caller.deviceSecret);
  const known = await db
    .selectFrom('known_devices')
    .innerJoin('users', 'users.id', 'known_devices.user_id')
    .select(['device_hash', 'address'])
    .where('users.email', '=', email)
    .where((row) => row.or([row('device_hash', '=', deviceHash), row('address', '=', caller.network)]))
    .execute();
  if (known.some((row) => row.device_hash === deviceHash)) return { kind: 'known-device', deviceHash };
  return known.length > 0 ? { kind: 'known-network' } : { kind: 'stranger' };
}
