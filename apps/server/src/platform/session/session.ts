import type { IncomingHttpHeaders } from 'node:http';
import { Refusal } from '@talka/domain/kernel';
import type { UserId } from '@talka/domain/kernel';
import type { FastifyRequest } from 'fastify';

/** Who speaks, proven by the cookie of this very request. */
export interface Session {
  readonly userId: UserId;
  readonly sessionId: string;
}

/** Null when the headers prove nobody. Called for every API request that carries a cookie, so it must be cheap. */
export type ReadSession = (headers: IncomingHttpHeaders) => Promise<Session | null>;

declare module 'fastify' {
  interface FastifyRequest {
    /** Set before the handler of every route under /api; null when not signed in. */
    session: Session | null;
  }
}

export function requireSession(request: FastifyRequest): Session {
  if (!request.session) throw new Refusal('sign-in-required');
  return request.session;
}
