import type { Transaction } from 'kysely';
import type { UserId } from '@talka/domain/kernel';
import type { Tables } from '../../platform/database/tables.ts';
import type { Caller } from '../caller.ts';
import { rememberDevice } from '../known-devices.ts';
import type { IdentityRoom } from '../identity-room.ts';
import { secretHash } from '../secret-hash.ts';
import { SESSION_MS } from './session-cookie.ts';
import { endSessionOfToken, forgetExpiredSessions } from './session-store.ts';

/** What the browser keeps: the only copies of these secrets. */
export interface OpenedSession {
  readonly sessionSecret: string;
  readonly deviceSecret: string;
  /** The session this browser had before, if any. */
  readonly endedIds: readonly string[];
}

/** Opens a session in the given transaction, in place of the one the browser had. */
export async function openSession(
  room: IdentityRoom,
  tx: Transaction<Tables>,
  userId: UserId,
  caller: Caller,
): Promise<OpenedSession> {
  const now = room.clock.now();
  const sessionSecret = room.ids.secret();
  const deviceSecret = caller.deviceSecret ?? room.ids.secret();
  await forgetExpiredSessions(tx, now);
  const endedIds = caller.sessionSecret === null ? [] : await endSessionOfToken(tx, secretHash(caller.sessionSecret));
  const auth = await room.auth.load();
  const session = {
    userId,
    token: sessionSecret,
    ipAddress: caller.address,
    userAgent: caller.userAgent,
    createdAt: new Date(now),
    updatedAt: new Date(now),
    expiresAt: new Date(now + SESSION_MS),
  };
  await room.auth.within(tx, () => auth.createSession(userId, false, session, true));
  await rememberDevice(tx, userId, { deviceSecret, network: caller.network, now });
  return { sessionSecret, deviceSecret, endedIds };
}
