import type { BoardRole } from '@talka/domain/boards';
import type { BoardId } from '@talka/domain/kernel';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { INVITATION_VALID_MS } from './invitation-limits.ts';
import type { InvitationTable } from './tables.ts';

/** An invitation that may still be accepted. */
export interface OpenInvitation {
  readonly id: string;
  readonly email: string;
  readonly role: BoardRole;
  readonly invitedBy: string;
  /** Epoch milliseconds. */
  readonly createdAt: number;
  readonly expiresAt: number;
}

export async function openInvitations(
  db: Kysely<Tables>,
  boardId: BoardId,
  now: number,
): Promise<readonly OpenInvitation[]> {
  return db
    .selectFrom('invitations')
    .innerJoin('users', 'users.id', 'invitations.invited_by')
    .select([
      'invitations.id',
      'invitations.email',
      'invitations.role',
      'users.name as invitedBy',
      'invitations.created_at as createdAt',
      'invitations.expires_at as expiresAt',
    ])
    .where('board_id', '=', boardId)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .where('expires_at', '>', now)
    .orderBy('invitations.created_at')
    .execute();
}

export interface InvitationsBy {
  readonly inviter: string;
  /** Epoch milliseconds. */
  readonly since: number;
  /** To this address only. */
  readonly email?: string;
}

/** How many invitations somebody sent since an instant, over all boards, by their latest mails. */
export async function countInvitationsBy(
  db: Kysely<Tables>,
  { inviter, since, email }: InvitationsBy,
): Promise<number> {
  const sent = db
    .selectFrom('invitations')
    .select((eb) => eb.fn.countAll<number>().as('count'))
    .where('invited_by', '=', inviter)
    .where('expires_at', '>', since + INVITATION_VALID_MS);
  const { count } = await (email === undefined ? sent : sent.where('email', '=', email)).executeTakeFirstOrThrow();
  return count;
}

/** Marks the open invitations of somebody who has joined as accepted. */
export async function closeInvitationsOf(
  db: Kysely<Tables>,
  { boardId, email, userId, now }: { boardId: BoardId; email: string; userId: string; now: number },
): Promise<void> {
  await db
    .updateTable('invitations')
    .set({ accepted_at: now, accepted_by: userId })
    .where('board_id', '=', boardId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .execute();
}

export async function findInvitationBySecret(
  db: Kysely<Tables>,
  secretHash: string,
): Promise<InvitationTable | undefined> {
  return db.selectFrom('invitations').selectAll().where('secret_hash', '=', secretHash).executeTakeFirst();
}

export async function findInvitation(
  db: Kysely<Tables>,
  boardId: BoardId,
  id: string,
): Promise<InvitationTable | undefined> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('id', '=', id)
    .executeTakeFirst();
}

/** An open invitation of this address to this board, so that asking twice doesn't make two. */
export async function findOpenInvitationFor(
  db: Kysely<Tables>,
  boardId: BoardId,
  email: string,
): Promise<InvitationTable | undefined> {
  return db
    .selectFrom('invitations')
    .selectAll()
    .where('board_id', '=', boardId)
    .where('email', '=', email)
    .where('accepted_at', 'is', null)
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
}
