import type { ClientFrame, ServerFrame } from '@talka/domain/wire';
import { createStore, type Store } from '../store.ts';
import { reconnectDelay } from './reconnect-delay.ts';

export type SocketState = 'connecting' | 'open' | 'waiting';

/** Somebody who follows one board over the socket. */
export interface Follower {
  /** The socket is open, maybe anew: say hello. */
  onOpen(): void;
  onFrame(frame: ServerFrame): void;
}

export interface LiveSocket {
  readonly state: Pick<Store<SocketState>, 'get' | 'subscribe'>;
  /** Opens the socket while anybody follows. Returns what ends the following. */
  follow(boardId: string, follower: Follower): () => void;
  /** False when the socket isn't open; nothing is kept for later here. */
  send(frame: ClientFrame): boolean;
  /** Gives up a connection that seems dead, and connects anew. */
  renew(): void;
}

interface LiveSocketParts {
  readonly url: string;
  /** The server doesn't know us any more. */
  readonly onSignInRequired: () => void;
  /** From 0 up to 1. */
  readonly chance: () => number;
}

const SIGN_IN_REQUIRED = 4401;
const TOO_MANY_CONNECTIONS = 4429;

export function createLiveSocket(parts: LiveSocketParts): LiveSocket {
  return new ReconnectingSocket(parts);
}

class ReconnectingSocket implements LiveSocket {
  readonly state = createStore<SocketState>('waiting');
  readonly #parts: LiveSocketParts;
  readonly #followers = new Map<string, Follower>();
  #socket: WebSocket | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  #failures = 0;

  constructor(parts: LiveSocketParts) {
    this.#parts = parts;
    addEventListener('online', () => this.#hurry());
    addEventListener('offline', () => this.renew());
    document.addEventListener('visibilitychange', () => {
      if (document.visibilityState === 'visible') this.#hurry();
    });
  }

  follow(boardId: string, follower: Follower): () => void {
    this.#followers.set(boardId, follower);
    if (this.#socket === null) this.#hurry();
    else if (this.state.get() === 'open') follower.onOpen();
    return () => {
      if (this.#followers.get(boardId) !== follower) return;
      this.#followers.delete(boardId);
      this.send({ t: 'bye', board: boardId });
      if (this.#followers.size === 0) this.#close();
    };
  }

  send(frame: ClientFrame): boolean {
    if (this.#socket?.readyState !== WebSocket.OPEN) return false;
    this.#socket.send(JSON.stringify(frame));
    return true;
  }

  renew(): void {
    if (this.#socket === null) return;
    this.#close();
    this.#wait();
  }

  #connect(): void {
    if (this.#socket !== null || this.#followers.size === 0) return;
    this.state.set('connecting');
    const socket = new WebSocket(this.#parts.url);
    this.#socket = socket;
    socket.addEventListener('open', () => this.#opened(socket));
    socket.addEventListener('message', ({ data }) => this.#received(socket, data));
    socket.addEventListener('close', ({ code }) => this.#closed(socket, code));
  }

  #opened(socket: WebSocket): void {
    if (socket !== this.#socket) return;
    this.state.set('open');
    for (const follower of [...this.#followers.values()]) follower.onOpen();
  }

  #received(socket: WebSocket, data: unknown): void {
    if (socket !== this.#socket || typeof data !== 'string') return;
    this.#failures = 0;
    // Our own server's frames, of our own protocol version: the hello has made sure of that.
    const frame = JSON.parse(data) as ServerFrame;
    if (frame.board !== undefined) this.#followers.get(frame.board)?.onFrame(frame);
  }

  #closed(socket: WebSocket, code: number): void {
    if (socket !== this.#socket) return;
    this.#socket = null;
    if (code === TOO_MANY_CONNECTIONS) this.#failures += 4;
    if (code === SIGN_IN_REQUIRED) {
      this.state.set('waiting');
      this.#parts.onSignInRequired();
      return;
    }
    this.#wait();
  }

  #wait(): void {
    this.state.set('waiting');
    if (this.#followers.size === 0) return;
    clearTimeout(this.#timer);
    this.#timer = setTimeout(() => this.#connect(), reconnectDelay(this.#failures, this.#parts.chance()));
    this.#failures += 1;
  }

  #hurry(): void {
    if (this.#socket !== null) return;
    clearTimeout(this.#timer);
    this.#connect();
  }

  #close(): void {
    clearTimeout(this.#timer);
    const socket = this.#socket;
    this.#socket = null;
    socket?.close();
    this.state.set('waiting');
  }
}
