import type { UserId } from '@talka/domain/kernel';
import type { Kysely } from 'kysely';
import type { Clock } from '../platform/clock/clock.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { ReadSession } from '../platform/session/session.ts';
import { createAuthDoor } from './auth.ts';
import type { IdentityParts, IdentityRoom, Throttles } from './identity-room.ts';
import { findPeople, findPersonByEmail, type Person } from './people.ts';
import { handleResetMails } from './reset-password.ts';
import { createReadSession } from './sessions/read-session.ts';
import { createSessionCookies } from './sessions/session-cookie.ts';
import { handleSignUpMails } from './sign-up-mail.ts';
import { createSignInThrottle } from './throttle/sign-in-throttle.ts';
import { createTokenBuckets } from './throttle/token-buckets.ts';
import { isFirstRun } from './first-run.ts';

/** Who people are and that it is them. */
export interface Identity {
  readonly readSession: ReadSession;
  /** Pass the transaction when inside one. */
  people(ids: readonly UserId[], tx?: Kysely<Tables>): Promise<readonly Person[]>;
  personByEmail(email: string, tx?: Kysely<Tables>): Promise<Person | null>;
  /** Called with each session that was ended, so that what still hangs on it (sockets) can be closed. */
  onSessionEnded(listener: (sessionId: string) => void): void;
  /** Whether nobody has come yet: the first one will own the server. */
  isFirstRun(): Promise<boolean>;
  /** For this slice's own routes. */
  readonly room: IdentityRoom;
  sessionsEnded(sessionIds: readonly string[]): void;
}

const SECOND = 1_000;

export function createIdentity(parts: IdentityParts): Identity {
  const listeners: ((sessionId: string) => void)[] = [];
  const sleep = parts.sleep ?? ((ms) => new Promise((resolve) => setTimeout(resolve, ms)));
  const room: IdentityRoom = { ...parts, auth: createAuthDoor(parts), throttles: createThrottles(parts.clock, sleep) };
  handleSignUpMails(room);
  handleResetMails(room);
  const { kysely } = parts.database;
  return {
    room,
    readSession: createReadSession(parts.database, parts.clock, createSessionCookies(parts.config.baseUrl).session),
    people: (ids, tx) => findPeople(tx ?? kysely, ids),
    personByEmail: (email, tx) => findPersonByEmail(tx ?? kysely, email),
    isFirstRun: () => isFirstRun(parts.database),
    onSessionEnded: (listener) => void listeners.push(listener),
    sessionsEnded: (ids) => ids.forEach((id) => listeners.forEach((listener) => listener(id))),
  };
}

function createThrottles(clock: Clock, sleep: (ms: number) => Promise<void>): Throttles {
  return {
    signIn: createSignInThrottle(clock, sleep),
    signUp: createTokenBuckets(clock, { burst: 60, refillMs: 10 * SECOND }),
    reset: createTokenBuckets(clock, { burst: 20, refillMs: 60 * SECOND }),
    mail: createTokenBuckets(clock, { burst: 3, refillMs: 20 * 60 * SECOND }),
  };
}
