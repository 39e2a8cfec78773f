import type { Clock } from '../../platform/clock/clock.ts';
import type { Database } from '../../platform/database/database.ts';
import type { ReadSession } from '../../platform/session/session.ts';
import { readCookies } from '../caller.ts';
import { secretHash } from '../secret-hash.ts';
import { SESSION_MS } from './session-cookie.ts';

/** How exactly is kept when a session was last seen; each note is a write. */
const SEEN_EVERY_MS = 10 * 60 * 1000;

/**
 * Who the cookie proves. One read by a unique index and no memory of it, so that a session ended on any node is
 * over with the next request. A session in use stays alive for thirty days more.
 */
export function createReadSession(database: Database, clock: Clock, cookieName: string): ReadSession {
  return async (headers) => {
    const secret = readCookies(headers.cookie).get(cookieName);
    if (secret === undefined) return null;
    const now = clock.now();
    const row = await database.kysely
      .selectFrom('sessions')
      .select(['id', 'user_id', 'updated_at'])
      .where('token', '=', secretHash(secret))
      .where('expires_at', '>', now)
      .executeTakeFirst();
    if (!row) return null;
    if (row.updated_at <= now - SEEN_EVERY_MS) await noteSeen(database, row.id, now);
    return { userId: row.user_id, sessionId: row.id };
  };
}

async function noteSeen({ kysely }: Database, id: string, now: number): Promise<void> {
  const seen = { updated_at: now, expires_at: now + SESSION_MS };
  await kysely.updateTable('sessions').set(seen).where('id', '=', id).execute();
}
