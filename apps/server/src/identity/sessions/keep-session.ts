import type { FastifyReply } from 'fastify';
import type { Identity } from '../identity.ts';
import type { OpenedSession } from './open-session.ts';
import { createSessionCookies } from './session-cookie.ts';

/** Hands the browser its new session, and tells that the one it had is over. */
export function keepSession(identity: Identity, reply: FastifyReply, opened: OpenedSession): void {
  const cookies = createSessionCookies(identity.room.config.baseUrl);
  identity.sessionsEnded(opened.endedIds);
  reply.header('set-cookie', [cookies.setSession(opened.sessionSecret), cookies.setDevice(opened.deviceSecret)]);
}
