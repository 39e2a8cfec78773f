import type { WebSocket } from 'ws';
import type { Session } from '../session/session.ts';
import type { LiveConnection } from './live.ts';
import { CLOSE_CODES } from './live.ts';
import type { LiveLimits } from './live-limits.ts';

export interface SocketConnectionOptions {
  readonly id: string;
  readonly session: Session;
  readonly limits: LiveLimits;
  /** Epoch milliseconds. */
  readonly openedAt: number;
}

/** A LiveConnection over one WebSocket. */
export class SocketConnection implements LiveConnection {
  readonly id: string;
  readonly session: Session;
  heardAt: number;
  readonly #socket: WebSocket;
  readonly #limits: LiveLimits;
  #cut: NodeJS.Timeout | null = null;

  constructor(socket: WebSocket, { id, session, limits, openedAt }: SocketConnectionOptions) {
    this.id = id;
    this.session = session;
    this.heardAt = openedAt;
    this.#socket = socket;
    this.#limits = limits;
    socket.once('close', () => this.#cut && clearTimeout(this.#cut));
  }

  get bufferedBytes(): number {
    return this.#socket.bufferedAmount;
  }

  get isOpen(): boolean {
    return this.#socket.readyState === this.#socket.OPEN;
  }

  send(frame: string | Buffer): void {
    if (!this.isOpen) return;
    this.#socket.send(frame, { binary: false });
    if (this.#socket.bufferedAmount > this.#limits.outgoingBytes) this.close(CLOSE_CODES.slowReader, 'slow-reader');
  }

  /** A client that doesn't answer the close in time is cut off. */
  close(code: number, reason: string): void {
    if (!this.isOpen) return;
    this.#socket.resume();
    this.#socket.close(code, reason);
    this.#cut = setTimeout(() => this.#socket.terminate(), this.#limits.closeWithin);
  }

  ping(): void {
    if (this.isOpen) this.#socket.ping();
  }

  /** Cuts the socket without a word, for a client that no longer answers. */
  cut(): void {
    this.#socket.terminate();
  }
}
