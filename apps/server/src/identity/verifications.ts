import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { IdentityRoom } from './identity-room.ts';
import { secretHash } from './secret-hash.ts';

/** What a mailed token stands for. */
export type Purpose = 'sign-up' | 'reset';

/**
 * Waits for somebody to prove by mail that an address is theirs. The token isn't made here but when the mail is,
 * so that it lies nowhere but in the mail.
 * @returns the id to `issueToken` with
 */
export async function openVerification(
  room: IdentityRoom,
  tx: Transaction<Tables>,
  purpose: Purpose,
  wanted: { readonly value: unknown; readonly lastsMs: number },
): Promise<string> {
  const now = room.clock.now();
  const id = room.ids.next();
  await tx.deleteFrom('verifications').where('expires_at', '<=', now).execute();
  await tx
    .insertInto('verifications')
    .values({
      id,
      identifier: `${purpose}:${id}`,
      value: JSON.stringify(wanted.value),
      expires_at: now + wanted.lastsMs,
      created_at: now,
      updated_at: now,
    })
    .execute();
  return id;
}

/** The token for a mail; one that was issued before stops working. Null when nobody waits any more. */
export async function issueToken(room: IdentityRoom, purpose: Purpose, id: string): Promise<string | null> {
  const token = room.ids.secret();
  const issued = await room.database.kysely
    .updateTable('verifications')
    .set({ identifier: identifierOf(purpose, token), updated_at: room.clock.now() })
    .where('id', '=', id)
    .where('expires_at', '>', room.clock.now())
    .executeTakeFirst();
  return issued.numUpdatedRows > 0n ? token : null;
}

/** What a token stands for, without using it up: parsed JSON, or null. */
export async function peekToken(room: IdentityRoom, purpose: Purpose, token: string): Promise<unknown> {
  const row = await room.database.kysely
    .selectFrom('verifications')
    .select('value')
    .where('identifier', '=', identifierOf(purpose, token))
    .where('expires_at', '>', room.clock.now())
    .executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

/** Uses a token up: of several at the same moment only one gets its value. */
export async function redeemToken(
  db: Kysely<Tables>,
  purpose: Purpose,
  at: { readonly token: string; readonly now: number },
): Promise<unknown> {
  const row = await db
    .deleteFrom('verifications')
    .where('identifier', '=', identifierOf(purpose, at.token))
    .where('expires_at', '>', at.now)
    .returning('value')
    .executeTakeFirst();
  return row ? JSON.parse(row.value) : null;
}

export async function dropVerification(db: Kysely<Tables>, id: string): Promise<void> {
  await db.deleteFrom('verifications').where('id', '=', id).execute();
}

function identifierOf(purpose: Purpose, token: string): string {
  return `${purpose}:${secretHash(token)}`;
}
