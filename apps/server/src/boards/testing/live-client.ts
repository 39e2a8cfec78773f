import { SCHEMA_VERSION } from '@talka/domain/wire';
import type { DeltaFrame, ServerFrame } from '@talka/domain/wire';
import type { WebSocket } from 'ws';
import { newId } from './new-id.ts';

type Kind = ServerFrame['t'];
type FrameOf<T extends Kind> = Extract<ServerFrame, { t: T }>;

export interface Hello {
  readonly cid?: string;
  readonly since?: number;
  readonly schema?: number;
}

const PATIENCE_MS = 5_000;

/** A live socket that keeps what it heard, so that a test can wait for it. */
export class LiveClient {
  readonly socket: WebSocket;
  /** Everything heard so far, in order. */
  readonly frames: ServerFrame[] = [];
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
  /** The client id that `hello` uses when none is given. */
  cid: string = newId();
  #taken = 0;
  readonly #listeners = new Set<(frame: ServerFrame) => void>();
  #wake: () => void = () => {};

  static async open(socket: WebSocket): Promise<LiveClient> {
    const client = new LiveClient(socket);
    await new Promise<void>((resolve, reject) => {
      socket.once('open', resolve);
      socket.once('error', reject);
    });
    socket.on('error', () => {}); // a cut socket is what some tests are about
    return client;
  }

  private constructor(socket: WebSocket) {
    this.socket = socket;
    socket.on('message', (data: Buffer) => {
      const frame = JSON.parse(data.toString('utf8')) as ServerFrame;
      this.frames.push(frame);
      for (const listener of this.#listeners) listener(frame);
      this.#wake();
    });
    this.closed = new Promise((resolve) => {
      socket.once('close', (code, reason) => {
        resolve({ code, reason: reason.toString('utf8') });
        this.#wake();
      });
    });
  }

  listen(listener: (frame: ServerFrame) => void): void {
    this.#listeners.add(listener);
  }

  send(frame: unknown): void {
    this.socket.send(typeof frame === 'string' ? frame : JSON.stringify(frame));
  }

  command(board: string, i: number, n: string, a: unknown): void {
    this.send({ t: 'm', board, i, n, a });
  }

  hello(board: string, { cid = this.cid, since = 0, schema = SCHEMA_VERSION }: Hello = {}): void {
    this.cid = cid;
    this.send({ t: 'hello', board, cid, since, schema });
  }

  async join(board: string, hello: Hello = {}): Promise<DeltaFrame> {
    this.hello(board, hello);
    return this.next('delta');
  }

  /** The next frame of a kind that was not taken yet; those in between are passed over. */
  async next<T extends Kind>(kind: T): Promise<FrameOf<T>> {
    const deadline = performance.now() + PATIENCE_MS;
    for (;;) {
      while (this.#taken < this.frames.length) {
        const frame = this.frames[this.#taken++];
        if (frame?.t === kind) return frame as FrameOf<T>;
      }
      if (performance.now() > deadline || this.socket.readyState === this.socket.CLOSED) throw this.#missing(kind);
      await this.#more(deadline);
    }
  }

  /** The next frame, whatever it is. */
  async nextOne(): Promise<ServerFrame> {
    const deadline = performance.now() + PATIENCE_MS;
    while (this.#taken >= this.frames.length) {
      if (performance.now() > deadline || this.socket.readyState === this.socket.CLOSED) throw this.#missing('frame');
      await this.#more(deadline);
    }
    return this.frames[this.#taken++] as ServerFrame;
  }

  /** Resolves when everything the server wrote to this socket before now has arrived. */
  async flushed(): Promise<void> {
    await new Promise<void>((resolve) => {
      this.socket.once('pong', () => resolve());
      this.socket.ping();
    });
  }

  /** Cuts the connection without a word. */
  async cut(): Promise<void> {
    this.socket.terminate();
    await this.closed;
  }

  async #more(deadline: number): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, Math.max(0, deadline - performance.now()));
      this.#wake = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  #missing(kind: string): Error {
    return new Error(`no ${kind} among ${JSON.stringify(this.frames).slice(0, 2_000)}`);
  }
}
