import { SCHEMA_VERSION } from '@talka/domain/wire';
import type { Pending, Replica, ServerFrame } from '@talka/domain/wire';
import type { LiveSocket } from '../app/live/live-socket.ts';

export interface ServerLinkParts {
  readonly boardId: string;
  readonly socket: LiveSocket;
  readonly replica: Replica;
  readonly newId: () => string;
  /** Whether there is a board to catch up from. */
  readonly isLoaded: () => boolean;
  /** The server is there, and there is no board to catch up from. */
  readonly onUnloaded: () => void;
  /** Takes in a frame; false means something is missing before it. */
  readonly onFrame: (frame: ServerFrame) => boolean;
  readonly onLive: () => void;
  /** Commands of client `from` were given new counters. */
  readonly onReissued: (from: string, pending: readonly Pending[]) => void;
}

/** After this long without an answer the connection is taken for dead. */
const ANSWER_TIMEOUT_MS = 10_000;
const RETRY_MS = 1_500;

/**
 * Follows a board on the server and sends what is undecided, in the order it was made. Commands of several clients
 * (other tabs, earlier visits) go one client after the other, each after its own hello, whose answer tells how far that
 * client got: so everything is done exactly once, whoever sends it and how often.
 */
export class ServerLink {
  readonly #parts: ServerLinkParts;
  #stop: () => void = () => {};
  #watchdog: ReturnType<typeof setTimeout> | undefined;
  #retry: ReturnType<typeof setTimeout> | undefined;
  /** The client this page has said hello for, and whether that was answered. */
  #seat = '';
  #isSeated = false;
  #isLive = false;
  /** The last counter of that client that was sent or decided. */
  #sent = 0;

  constructor(parts: ServerLinkParts) {
    this.#parts = parts;
  }

  get isLive(): boolean {
    return this.#isLive;
  }

  start(): void {
    const { socket, boardId } = this.#parts;
    const unsubscribe = socket.state.subscribe(() => {
      if (socket.state.get() !== 'open') this.#cut();
    });
    const unfollow = socket.follow(boardId, {
      onOpen: () => (this.#parts.isLoaded() ? this.hello() : this.#parts.onUnloaded()),
      onFrame: (frame) => this.#receive(frame),
    });
    this.#stop = () => {
      unsubscribe();
      unfollow();
    };
  }

  stop(): void {
    clearTimeout(this.#watchdog);
    clearTimeout(this.#retry);
    this.#stop();
    this.#cut();
  }

  /** Says where this copy stands; the answer brings what is new and what was decided. */
  hello(): void {
    clearTimeout(this.#retry);
    this.#isSeated = false;
    if (!this.#parts.isLoaded()) return;
    const { replica, socket, boardId } = this.#parts;
    this.#seat = replica.pending[0]?.c ?? replica.cid;
    socket.send({ t: 'hello', board: boardId, cid: this.#seat, since: replica.seq, schema: SCHEMA_VERSION });
    this.#watch();
  }

  /** Sends what waits, as far as it is one client's turn. */
  pump(): void {
    const { pending } = this.#parts.replica;
    const [head] = pending;
    if (!this.#isSeated || head === undefined) return;
    if (head.c !== this.#seat) return this.hello();
    for (const { c, i, n, a, g } of pending) {
      if (c !== this.#seat) break;
      if (i <= this.#sent) continue;
      this.#parts.socket.send({ t: 'm', board: this.#parts.boardId, i, n, a, ...(g !== undefined && { g }) });
      this.#sent = i;
    }
    this.#watch();
  }

  #receive(frame: ServerFrame): void {
    const wasLive = this.#isLive;
    this.#take(frame);
    this.#watch();
    if (wasLive !== this.#isLive) this.#parts.onLive();
  }

  #take(frame: ServerFrame): void {
    if (frame.t === 'p' && !this.#isSeated) return;
    if (frame.t === 'reload' || frame.t === 'revoked' || frame.t === 'error') this.#cut();
    const isWhole = this.#parts.onFrame(frame);
    // One that answers an earlier hello is followed by the answer to the latest.
    if (frame.t === 'delta')
      return isWhole && (frame.c ?? this.#seat) === this.#seat ? this.#seated(frame.ack) : undefined;
    if (frame.t === 'error') return this.#failed(frame.code);
    if (!isWhole) this.hello();
    else this.pump();
  }

  #seated(ack: number): void {
    this.#isLive = true;
    this.#isSeated = true;
    this.#sent = ack;
    const next = this.#parts.replica.pending.find(({ c }) => c === this.#seat);
    if (next === undefined || next.i === ack + 1) return this.pump();
    // One before it could not be kept, or the server was set back to a backup: what comes after can't have been decided.
    this.#reissue();
    this.hello();
  }

  #failed(code: string): void {
    if (code === 'not-your-client') this.#reissue();
    this.#retry = setTimeout(() => this.hello(), RETRY_MS);
  }

  #reissue(): void {
    const from = this.#seat;
    this.#parts.onReissued(from, this.#parts.replica.reissue(from, this.#parts.newId()));
  }

  #cut(): void {
    this.#isSeated = false;
    const wasLive = this.#isLive;
    this.#isLive = false;
    if (wasLive) this.#parts.onLive();
  }

  /** A network that went away without a word is noticed by what stays unanswered. */
  #watch(): void {
    clearTimeout(this.#watchdog);
    if (this.#isSeated && this.#parts.replica.pending.length === 0) return;
    this.#watchdog = setTimeout(() => this.#parts.socket.renew(), ANSWER_TIMEOUT_MS);
  }
}
