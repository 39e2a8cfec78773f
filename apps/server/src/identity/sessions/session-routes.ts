import { isId, Refusal } from '@talka/domain/kernel';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { parseParams } from '../../platform/http/parse.ts';
import { requireSession } from '../../platform/session/session.ts';
import type { Identity } from '../identity.ts';
import type { SessionTable } from '../tables.ts';
import { browserName } from './browser-name.ts';
import { createSessionCookies } from './session-cookie.ts';
import { endSession, endSessionsExcept, sessionsOf } from './session-store.ts';

const params = z.object({ id: z.string().refine(isId) });

/** A person's own sessions: see them, end one, end all others, sign out. */
export function sessionRoutes(app: FastifyInstance, { room, sessionsEnded }: Identity): void {
  const { kysely } = room.database;
  const cookies = createSessionCookies(room.config.baseUrl);
  app.get('/api/sessions', async (request) => {
    const { userId, sessionId } = requireSession(request);
    const sessions = await sessionsOf(kysely, userId, room.clock.now());
    return sessions.map((session) => shown(session, sessionId));
  });
  app.delete('/api/sessions/:id', async (request, reply) => {
    const { userId } = requireSession(request);
    const ended = await endSession(kysely, userId, parseParams(params, request).id);
    if (ended.length === 0) throw new Refusal('not-found');
    sessionsEnded(ended);
    return reply.code(204).send();
  });
  app.delete('/api/sessions', async (request, reply) => {
    const { userId, sessionId } = requireSession(request);
    sessionsEnded(await endSessionsExcept(kysely, userId, sessionId));
    return reply.code(204).send();
  });
  app.post('/api/sign-out', async (request, reply) => {
    const { session } = request;
    if (session) sessionsEnded(await endSession(kysely, session.userId, session.sessionId));
    return reply.code(204).header('set-cookie', cookies.clearSession()).send();
  });
}

function shown(session: SessionTable, currentId: string) {
  return {
    id: session.id,
    createdAt: session.created_at,
    lastSeenAt: session.updated_at,
    address: session.ip_address === '' ? null : session.ip_address,
    browser: browserName(session.user_agent ?? ''),
    current: session.id === currentId,
  };
}
