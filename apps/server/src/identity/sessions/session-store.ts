import type { DeleteQueryBuilder, DeleteResult, Kysely } from 'kysely';
import type { UserId } from '@talka/domain/kernel';
import type { Tables } from '../../platform/database/tables.ts';
import type { SessionTable } from '../tables.ts';

/** Latest first; no more than a page shows. */
export function sessionsOf(db: Kysely<Tables>, userId: UserId, now: number): Promise<SessionTable[]> {
  return db
    .selectFrom('sessions')
    .selectAll()
    .where('user_id', '=', userId)
    .where('expires_at', '>', now)
    .orderBy('updated_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
}

/** Ends one session of this person. Answers the ids that ended: none when it isn't theirs. */
export function endSession(db: Kysely<Tables>, userId: UserId, sessionId: string): Promise<readonly string[]> {
  return ended(db.deleteFrom('sessions').where('user_id', '=', userId).where('id', '=', sessionId));
}

export function endSessionsExcept(db: Kysely<Tables>, userId: UserId, sessionId: string | null) {
  const all = db.deleteFrom('sessions').where('user_id', '=', userId);
  return ended(sessionId === null ? all : all.where('id', '!=', sessionId));
}

export function endSessionOfToken(db: Kysely<Tables>, tokenHash: string): Promise<readonly string[]> {
  return ended(db.deleteFrom('sessions').where('token', '=', tokenHash));
}

/** Those that nobody used for thirty days; nothing is connected with them any more. */
export async function forgetExpiredSessions(db: Kysely<Tables>, now: number): Promise<void> {
  await db.deleteFrom('sessions').where('expires_at', '<=', now).execute();
}

async function ended(ending: DeleteQueryBuilder<Tables, 'sessions', DeleteResult>): Promise<readonly string[]> {
  const rows = await ending.returning('id').execute();
  return rows.map((row) => row.id);
}
