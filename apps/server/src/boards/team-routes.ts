import { BOARD_ROLES, can, members } from '@talka/domain/boards';
import { isId, LIMITS } from '@talka/domain/kernel';
import type { BoardId, UserId } from '@talka/domain/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { limit } from '../platform/http/limit.ts';
import { parseBody, parseParams } from '../platform/http/parse.ts';
import { requireSession } from '../platform/session/session.ts';
import type { Boards } from './boards.ts';
import type { Invitations } from './invitations.ts';
import type { People } from './people.ts';
import { openInvitations } from './team-store.ts';

const id = z.string().refine(isId);
const boardPath = z.object({ board: id.transform((text) => text as BoardId) });
const invitationPath = boardPath.extend({ invitation: id });
const inviteBody = z.strictObject({
  email: z.string().trim().toLowerCase().pipe(z.email().max(LIMITS.email)),
  role: z.enum(BOARD_ROLES),
});
const secretBody = z.strictObject({ token: z.string().min(20).max(100) });

export interface TeamParts {
  readonly boards: Boards;
  readonly invitations: Invitations;
  readonly people: People;
}

export function teamRoutes(app: FastifyInstance, { boards, invitations, people }: TeamParts): void {
  app.get('/api/boards/:board/team', async (request) => {
    const { userId } = requireSession(request);
    return readTeam({ boards, invitations, people }, parseParams(boardPath, request).board, userId);
  });
  app.post('/api/boards/:board/invitations', { config: limit(60, 60) }, async (request, reply) => {
    const { userId } = requireSession(request);
    const { board } = parseParams(boardPath, request);
    const status = await invitations.invite({ boardId: board, ...parseBody(inviteBody, request) }, userId);
    return reply.code(201).send({ status });
  });
  app.post('/api/boards/:board/invitations/:invitation/resend', { config: limit(20, 60) }, async (request, reply) => {
    const { userId } = requireSession(request);
    const { board, invitation } = parseParams(invitationPath, request);
    await invitations.resend(board, invitation, userId);
    return reply.code(204).send();
  });
  app.delete('/api/boards/:board/invitations/:invitation', async (request, reply) => {
    const { userId } = requireSession(request);
    const { board, invitation } = parseParams(invitationPath, request);
    await invitations.revoke(board, invitation, userId);
    return reply.code(204).send();
  });
  app.post('/api/invitations/look', { config: limit(30, 60) }, (request) =>
    invitations.look(parseBody(secretBody, request).token),
  );
  app.post('/api/invitations/accept', { config: limit(30, 60) }, async (request) => {
    const { userId } = requireSession(request);
    return { boardId: await invitations.accept(parseBody(secretBody, request).token, userId) };
  });
}

/** The team by name; addresses and invitations only for those who manage it. */
async function readTeam({ boards, people }: TeamParts, boardId: BoardId, userId: UserId) {
  const { room, role } = await boards.enter(boardId, userId, 'see-team');
  const { database, clock } = boards.rooms.parts;
  const team = await room.read(({ store }) => [...store.rows(members)]);
  const byName = team.toSorted((one, other) => one.name.localeCompare(other.name));
  if (!can(role, 'manage-team')) return { members: byName, invitations: [] };
  const ids = byName.map((member) => member.id);
  const emails = new Map(
    (await people.byIds(database.kysely, ids)).map((person) => [person.id as string, person.email]),
  );
  return {
    members: byName.map((member) => ({ ...member, email: emails.get(member.id) ?? '' })),
    invitations: await openInvitations(database.kysely, boardId, clock.now()),
  };
}
