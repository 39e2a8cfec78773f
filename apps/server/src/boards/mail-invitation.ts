import { boards as boardTable } from '@talka/domain/boards';
import type { BoardId, UserId } from '@talka/domain/kernel';
import { INVITATION_VALID_DAYS } from './invitation-limits.ts';
import { invitationMail } from './invitation-mail.ts';
import { secretHash } from './invitation-secret.ts';
import type { InvitationsParts } from './invitations-parts.ts';

/**
 * The job behind an invitation's mail. It makes a new secret for the link, so that none lies in the jobs table; a link
 * sent before it stops working.
 */
export async function mailInvitation(parts: InvitationsParts, invitationId: string, jobId: string): Promise<void> {
  const { boards, ids, mail, people, baseUrl } = parts;
  const { kysely } = boards.rooms.parts.database;
  const invitation = await kysely
    .selectFrom('invitations')
    .selectAll()
    .where('id', '=', invitationId)
    .executeTakeFirst();
  if (invitation === undefined || invitation.revoked_at !== null || invitation.accepted_at !== null) return;
  const board = await boards.rooms.open(invitation.board_id as BoardId);
  const inviter = await people.byId(kysely, invitation.invited_by as UserId);
  if (board === null || inviter === null) return;
  const secret = ids.secret();
  await kysely
    .updateTable('invitations')
    .set({ secret_hash: secretHash(secret) })
    .where('id', '=', invitationId)
    .execute();
  const boardName = await board.read(({ store, boardId }) => store.get(boardTable, boardId)?.name ?? '');
  const letter = invitationMail({
    language: inviter.language,
    inviterName: inviter.name,
    boardName,
    url: new URL(`/join#${secret}`, baseUrl).href,
    validDays: INVITATION_VALID_DAYS,
  });
  await mail.deliver({ to: invitation.email, ...letter }, jobId);
}
