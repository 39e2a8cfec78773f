import type { BoardRole } from '@talka/domain/boards';
import type { Api } from '../app/api.ts';
import { listOf, nothing, number, oneOf, orNull, shape, text } from '../app/parse.ts';

const role = oneOf('visitor', 'member', 'admin');
const readTeamAnswer = shape({
  members: listOf(shape({ id: text, name: text, role, email: orNull(text) })),
  invitations: listOf(shape({ id: text, email: text, role, invitedBy: text, createdAt: number, expiresAt: number })),
});
const readInvited = shape({ status: oneOf('joined', 'invited') });

export type Team = ReturnType<typeof readTeamAnswer>;
export type TeamMember = Team['members'][number];
export type PendingInvitation = Team['invitations'][number];

export function readTeam(api: Api, boardId: string): Promise<Team> {
  return api.get(`/boards/${boardId}/team`, readTeamAnswer);
}

export async function invite(
  api: Api,
  boardId: string,
  invitation: { readonly email: string; readonly role: BoardRole },
): Promise<'joined' | 'invited'> {
  return (await api.send('POST', `/boards/${boardId}/invitations`, invitation, readInvited)).status;
}

export function resendInvitation(api: Api, boardId: string, id: string): Promise<void> {
  return api.send('POST', `/boards/${boardId}/invitations/${id}/resend`, undefined, nothing);
}

export function revokeInvitation(api: Api, boardId: string, id: string): Promise<void> {
  return api.send('DELETE', `/boards/${boardId}/invitations/${id}`, undefined, nothing);
}
