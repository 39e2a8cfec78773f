import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';
import { systemClock } from '../clock/clock.ts';
import { createCallerAddresses } from '../http/caller-address.ts';
import { startTestHttp } from '../http/testing.ts';
import { createIds } from '../ids/ids.ts';
import type { ReadSession, Session } from '../session/session.ts';
import { createLive } from './create-live.ts';
import type { LiveLimits } from './live-limits.ts';
import type { Live, LiveConnection, LiveFrame } from './live.ts';

/** A socket client that keeps what it heard, so that a test can wait for it. */
export interface TestSocket {
  readonly socket: WebSocket;
  readonly received: unknown[];
  /** The next frame not yet taken, parsed. */
  next(): Promise<unknown>;
  send(frame: unknown): void;
  /** Close code and reason, once closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** Opens /api/live of a server at `http://…`; resolves when open. Ended with the test. */
export async function openTestSocket(url: string, options: ClientOptions = {}): Promise<TestSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/live`, { perMessageDeflate: false, ...options });
  onTestFinished(() => socket.terminate());
  const received: unknown[] = [];
  let taken = 0;
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString('utf8'))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {}); // a cut socket is what some tests are about
  return {
    socket,
    received,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    async next() {
      while (received.length <= taken) await new Promise((resolve) => socket.once('message', resolve));
      return received[taken++];
    },
  };
}

export interface TestLiveOptions {
  readonly limits?: Partial<LiveLimits>;
  readonly frame?: (connection: LiveConnection, frame: LiveFrame) => Promise<void> | void;
  readonly readSession?: ReadSession;
  readonly lines?: string[];
}

export interface TestLive {
  readonly url: string;
  readonly live: Live;
  readonly connections: Set<LiveConnection>;
  open(person?: string, headers?: Record<string, string>): Promise<TestSocket>;
}

/** The cookie names the person: a real session is identity's business, not the channel's. */
export const byCookie: ReadSession = async ({ cookie }) =>
  cookie?.startsWith('me=') ? ({ userId: cookie.slice(3), sessionId: `s-${cookie.slice(3)}` } as Session) : null;

/** A real server with a live channel that echoes, unless `frame` says otherwise. */
export async function startTestLive(options: TestLiveOptions = {}): Promise<TestLive> {
  const connections = new Set<LiveConnection>();
  const echo = (connection: LiveConnection, frame: LiveFrame): void => connection.send(JSON.stringify(frame));
  const parts: { live?: Live } = {};
  const log = options.lines ? pino({}, { write: (line) => void options.lines?.push(line) }) : pino({ enabled: false });
  const { url } = await startTestHttp({
    log,
    readSession: options.readSession ?? byCookie,
    routes(app, { metrics, ownOrigin, readSession }) {
      const callerAddresses = createCallerAddresses([]);
      const ids = createIds(systemClock);
      const own = { log, metrics, ownOrigin, readSession, callerAddresses, ids, clock: systemClock };
      const live = createLive({ ...own, server: app.server, limits: { closeWithin: 300, ...options.limits } });
      live.handle({
        opened: (connection) => void connections.add(connection),
        closed: (connection) => void connections.delete(connection),
        frame: options.frame ?? echo,
      });
      app.addHook('preClose', () => live.close());
      parts.live = live;
    },
  });
  if (!parts.live) throw new Error('the server did not start');
  const open: TestLive['open'] = (person = 'ada', headers = {}) =>
    openTestSocket(url, { headers: { cookie: `me=${person}`, origin: url, ...headers } });
  return { url, live: parts.live, connections, open };
}
