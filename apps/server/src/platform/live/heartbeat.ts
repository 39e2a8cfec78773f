import type { Clock } from '../clock/clock.ts';
import type { ReadSession } from '../session/session.ts';
import type { LiveClient, LiveClients } from './live-clients.ts';
import type { LiveLimits } from './live-limits.ts';
import { CLOSE_CODES } from './live.ts';

export interface Heartbeat {
  stop(): void;
}

export interface HeartbeatOptions {
  readonly clock: Clock;
  readonly limits: LiveLimits;
  readonly readSession: ReadSession;
}

/** Pings all clients, cuts those not heard of for too long, and closes those whose session no longer holds. */
export function startHeartbeat(clients: LiveClients, options: HeartbeatOptions): Heartbeat {
  const beat = (): void => {
    for (const client of clients.all()) void beatOne(client, options);
  };
  const timer = setInterval(beat, options.limits.pingEvery);
  timer.unref();
  return { stop: () => clearInterval(timer) };
}

async function beatOne(client: LiveClient, options: HeartbeatOptions): Promise<void> {
  const now = options.clock.now();
  if (now - client.connection.heardAt > options.limits.deadAfter) {
    client.connection.cut();
    return;
  }
  client.connection.ping();
  if (now - client.checkedAt < options.limits.recheckEvery) return;
  client.checkedAt = now;
  if (!(await stillHolds(client, options.readSession))) {
    client.connection.close(CLOSE_CODES.signInRequired, 'sign-in-required');
  }
}

async function stillHolds({ connection, cookie }: LiveClient, readSession: ReadSession): Promise<boolean> {
  try {
    const session = await readSession(cookie === undefined ? {} : { cookie });
    return session?.sessionId === connection.session.sessionId;
  } catch {
    return true; // the database is away for a moment; the next beats ask again, and every command is authorised anyway
  }
}
