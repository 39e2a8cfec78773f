import { STATUS_CODES } from 'node:http';
import type { IncomingMessage, Server } from 'node:http';
import type { Duplex } from 'node:stream';
import { normalizeIP } from '@fastify/rate-limit';
import { must } from '@talka/domain/kernel';
import { WebSocketServer } from 'ws';
import type { WebSocket } from 'ws';
import type { Clock } from '../clock/clock.ts';
import type { CallerAddresses } from '../http/caller-address.ts';
import type { OwnOrigin } from '../http/own-origin.ts';
import type { Ids } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ReadSession, Session } from '../session/session.ts';
import { createFrameAnswers } from './frame-answers.ts';
import { startHeartbeat } from './heartbeat.ts';
import { IncomingFrames } from './incoming-frames.ts';
import type { LiveClient } from './live-clients.ts';
import { LiveClients } from './live-clients.ts';
import type { LiveLimits } from './live-limits.ts';
import { LIVE_LIMITS } from './live-limits.ts';
import type { Live, LiveHandler } from './live.ts';
import { CLOSE_CODES } from './live.ts';
import { SocketConnection } from './socket-connection.ts';

export interface LiveOptions {
  readonly server: Server;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly readSession: ReadSession;
  readonly ownOrigin: OwnOrigin;
  readonly callerAddresses: CallerAddresses;
  readonly limits?: Partial<LiveLimits>;
}

const PATH = '/api/live';

/** Takes the WebSocket upgrades of the server. Frames aren't compressed: that would cost each socket its own work. */
export function createLive(options: LiveOptions): Live {
  const limits = { ...LIVE_LIMITS, ...options.limits };
  const channel = new SocketChannel({ ...options, limits });
  options.server.on('upgrade', (request, socket, head) => channel.upgrade(request, socket, head));
  return channel;
}

type ChannelOptions = LiveOptions & { readonly limits: LiveLimits };
type Upgrade = readonly [request: IncomingMessage, socket: Duplex, head: Buffer];

class SocketChannel implements Live {
  readonly #options: ChannelOptions;
  readonly #clients = new LiveClients();
  readonly #sockets: WebSocketServer;
  readonly #heartbeat;
  readonly #closes;
  #handler: LiveHandler | null = null;
  #isClosing = false;

  constructor(options: ChannelOptions) {
    this.#options = options;
    const { limits, metrics } = options;
    this.#sockets = new WebSocketServer({ noServer: true, maxPayload: limits.frameBytes, perMessageDeflate: false });
    this.#heartbeat = startHeartbeat(this.#clients, options);
    metrics.gauge('talka_live_connections', 'Open sockets of the live channel.', () => this.#clients.count);
    this.#closes = metrics.counter('talka_live_closed_total', 'Closed sockets by close code.', ['code']);
  }

  get connectionCount(): number {
    return this.#clients.count;
  }

  handle(handler: LiveHandler): void {
    if (this.#handler) throw new Error('the live channel has its handler already');
    this.#handler = handler;
  }

  closeSession(sessionId: string): void {
    this.#closeWhere((session) => session.sessionId === sessionId);
  }

  closeUser(userId: string): void {
    this.#closeWhere((session) => session.userId === userId);
  }

  async close(): Promise<void> {
    this.#isClosing = true;
    this.#heartbeat.stop();
    const open = [...this.#clients.all()];
    const gone = open.map(({ socket }) => new Promise((resolve) => socket.once('close', resolve)));
    for (const { connection } of open) connection.close(CLOSE_CODES.restart, 'restart');
    await Promise.all(gone);
  }

  upgrade(...[request, socket, head]: Upgrade): void {
    socket.on('error', (error) => this.#options.log.debug({ err: error }, 'a socket broke'));
    const status = this.#refusalStatus(request);
    if (status !== null) refuseUpgrade(socket, status);
    else void this.#admit(request, socket, head);
  }

  #refusalStatus(request: IncomingMessage): number | null {
    if (request.url?.split('?', 1)[0] !== PATH) return 404;
    if (this.#isClosing) return 503;
    return this.#options.ownOrigin.isFromOwnPage(request.headers) ? null : 403;
  }

  /** Refusals after this point are close codes, because a page can't read the status of a refused upgrade. */
  async #admit(...[request, socket, head]: Upgrade): Promise<void> {
    const { readSession, callerAddresses, limits, log } = this.#options;
    try {
      const address = normalizeIP(callerAddresses.of(request));
      const isCrowded = this.#clients.countOf(address) >= limits.connectionsPerAddress;
      const session = isCrowded ? null : await readSession(request.headers);
      this.#sockets.handleUpgrade(request, socket, head, (opened) => {
        opened.on('error', (error) => log.debug({ err: error }, 'a live socket broke'));
        if (isCrowded) opened.close(CLOSE_CODES.tooManyConnections, 'too-many-connections');
        else if (!session) opened.close(CLOSE_CODES.signInRequired, 'sign-in-required');
        else if (this.#isClosing) opened.close(CLOSE_CODES.restart, 'restart');
        else this.#welcome(opened, { session, address, cookie: request.headers.cookie });
      });
    } catch (error) {
      log.error({ err: error }, 'a live socket could not be opened');
      refuseUpgrade(socket, 503);
    }
  }

  #welcome(socket: WebSocket, caller: Pick<LiveClient, 'address' | 'cookie'> & { readonly session: Session }): void {
    const { clock, ids, limits, log } = this.#options;
    const handler = must(this.#handler, 'a handler of live frames before listening');
    const now = clock.now();
    const connection = new SocketConnection(socket, { id: ids.next(), session: caller.session, limits, openedAt: now });
    const client: LiveClient = { connection, socket, ...caller, checkedAt: now };
    const answer = createFrameAnswers(connection, { log, handler, invalidFrames: limits.invalidFrames });
    const incoming = new IncomingFrames(socket, { clock, limits, handle: answer });
    const hear = (): void => {
      connection.heardAt = clock.now();
    };
    this.#clients.add(client);
    socket.on('pong', hear);
    socket.on('message', (data, isBinary) => {
      hear();
      // Binary frames are kept free for text documents; until then they are as unreadable as broken JSON.
      if (connection.isOpen) incoming.add(isBinary ? '' : textOf(data));
    });
    socket.once('close', (code) => {
      incoming.stop();
      this.#clients.remove(client);
      this.#closes.inc({ code: String(code) });
      safely(log, () => handler.closed(connection));
    });
    safely(log, () => handler.opened(connection));
  }

  #closeWhere(matches: (session: Session) => boolean): void {
    for (const connection of this.#clients.where(({ session }) => matches(session))) {
      connection.close(CLOSE_CODES.signInRequired, 'sign-in-required');
    }
  }
}

function textOf(data: Buffer | ArrayBuffer | Buffer[]): string {
  if (Buffer.isBuffer(data)) return data.toString('utf8');
  return (Array.isArray(data) ? Buffer.concat(data) : Buffer.from(data)).toString('utf8');
}

/** One handler's mistake must not end the process for all. */
function safely(log: Log, work: () => void): void {
  try {
    work();
  } catch (error) {
    log.error({ err: error }, 'a live handler failed');
  }
}

function refuseUpgrade(socket: Duplex, status: number): void {
  socket.end(`HTTP/1.1 ${status} ${STATUS_CODES[status] ?? ''}\r\nConnection: close\r\nContent-Length: 0\r\n\r\n`);
}
