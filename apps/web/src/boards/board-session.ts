import type { Problem, Result, UserId } from '@talka/domain/kernel';
import { boardStore, Replica, SCHEMA_VERSION, UndoStack } from '@talka/domain/wire';
import type { CommandArgs, CommandName, Lost, Pending, ServerFrame, Snapshot, Undone } from '@talka/domain/wire';
import { ApiProblem } from '../app/api-problem.ts';
import type { LiveSocket } from '../app/live/live-socket.ts';
import { createStore, type Store } from '../app/store.ts';
import { Subscriptions } from './subscriptions.ts';

export type BoardStatus =
  | { readonly is: 'loading' }
  | { readonly is: 'ready' }
  /** It isn't there, or isn't shared with this person (any more). */
  | { readonly is: 'missing' }
  /** The server speaks a newer version than this page. */
  | { readonly is: 'outdated' }
  | { readonly is: 'failed'; readonly problem: unknown };

/** How this page's changes stand with the server. */
export interface SyncState {
  readonly is: 'live' | 'saving' | 'offline';
  /** Changes the server hasn't answered yet. */
  readonly waiting: number;
}

export interface BoardSessionParts {
  readonly boardId: string;
  readonly actor: UserId;
  readonly socket: LiveSocket;
  readonly newId: () => string;
  readonly now: () => number;
  readonly fetchSnapshot: () => Promise<Snapshot>;
  /** Hears of this page's commands that the server refused. */
  readonly onLost: (lost: readonly Lost[]) => void;
}

/** After this long without an answer the connection is taken for dead. */
const ANSWER_TIMEOUT_MS = 10_000;
const RETRY_MS = 1_500;

/** One board as this page has it open: loads it, keeps it live, and sends what is done here. */
export class BoardSession {
  readonly boardId: string;
  readonly replica: Replica;
  readonly subscriptions = new Subscriptions();
  readonly #undoStack: UndoStack;
  readonly status: Store<BoardStatus> = createStore<BoardStatus>({ is: 'loading' });
  readonly sync: Store<SyncState> = createStore<SyncState>({ is: 'offline', waiting: 0 });
  readonly #parts: BoardSessionParts;
  #isLoaded = false;
  #isJoined = false;
  #isClosed = false;
  #unfollow: () => void = () => {};
  #watchdog: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: BoardSessionParts) {
    this.boardId = parts.boardId;
    this.#parts = parts;
    const store = boardStore((key) => this.subscriptions.touch(key));
    this.replica = new Replica(store, { cid: parts.newId(), actor: parts.actor });
    this.#undoStack = new UndoStack(this.replica);
  }

  /** Starts loading and following; the returned function ends both. */
  open(): () => void {
    this.#isClosed = false;
    const unsubscribe = this.#parts.socket.state.subscribe(() => this.#socketChanged());
    const unfollow = this.#parts.socket.follow(this.boardId, {
      onOpen: () => this.#hello(),
      onFrame: (frame) => this.#receive(frame),
    });
    this.#unfollow = () => {
      unsubscribe();
      unfollow();
    };
    void this.#load();
    return () => this.#close();
  }

  /** Runs a command at once; a problem means that nothing happened. */
  run<Name extends CommandName>(name: Name, args: CommandArgs<Name>): Result<Pending, Problem> {
    const answer = this.#undoStack.run(name, args, this.#parts.now());
    if (answer.ok) this.#sendOne(answer.value);
    return answer;
  }

  /** Takes back this page's newest command; null when there is none. */
  undo(): Result<Undone, Problem> | null {
    return this.#sendTurned(this.#undoStack.undo(this.#parts.now()));
  }

  /** Does again what was taken back last. */
  redo(): Result<Undone, Problem> | null {
    return this.#sendTurned(this.#undoStack.redo(this.#parts.now()));
  }

  /** Puts a fetched row into this copy, unless it is there already. */
  learn(key: string, row: Readonly<Record<string, string | number | null>>): void {
    this.replica.learn([key, row]);
    this.subscriptions.flush();
  }

  retry(): void {
    this.status.set({ is: 'loading' });
    void this.#load();
  }

  async #load(): Promise<void> {
    try {
      const snapshot = await this.#parts.fetchSnapshot();
      if (this.#isClosed) return;
      if (snapshot.schema !== SCHEMA_VERSION) return this.status.set({ is: 'outdated' });
      this.replica.load(snapshot);
      this.#isLoaded = true;
      this.status.set({ is: 'ready' });
      this.subscriptions.flushAll();
      this.#hello();
    } catch (problem) {
      if (this.#isClosed) return;
      const isMissing = problem instanceof ApiProblem && problem.code === 'not-found';
      this.status.set(isMissing ? { is: 'missing' } : { is: 'failed', problem });
    }
  }

  #hello(): void {
    this.#isJoined = false;
    if (!this.#isLoaded) return;
    const { cid, seq } = this.replica;
    this.#parts.socket.send({ t: 'hello', board: this.boardId, cid, since: seq, schema: SCHEMA_VERSION });
    this.#watch();
  }

  #receive(frame: ServerFrame): void {
    if (this.#isClosed) return;
    this.#apply(frame);
    this.subscriptions.flush();
    this.#tellSync();
    this.#watch();
  }

  #apply(frame: ServerFrame): void {
    switch (frame.t) {
      case 'delta': {
        if (!this.#isLoaded) return;
        const roleBefore = this.replica.role;
        this.#lose(this.replica.catchUp(frame));
        this.#isJoined = true;
        this.#sendPending(this.replica.pending);
        if (this.replica.role !== roleBefore) this.subscriptions.flushAll();
        return;
      }
      case 'p':
        if (this.#isJoined && !this.replica.receive(frame.b)) this.#hello();
        this.#undoStack.decided(frame.b);
        return;
      case 'x':
        this.#lose(this.replica.refuse(frame));
        return;
      case 'reload':
        this.#isJoined = false;
        if (frame.why === 'schema') this.status.set({ is: 'outdated' });
        else void this.#load();
        return;
      case 'revoked':
        this.#isJoined = false;
        this.#isLoaded = false;
        this.replica.clear();
        this.status.set({ is: 'missing' });
        return;
      case 'error':
        this.#isJoined = false;
        setTimeout(() => this.#isClosed || this.#hello(), RETRY_MS);
        break;
      case 'pres': // shown by the screen, not kept by the board
    }
  }

  #sendTurned(turned: Result<Undone, Problem> | null): Result<Undone, Problem> | null {
    if (turned?.ok === true) this.#sendOne(turned.value.pending);
    return turned;
  }

  #sendOne(pending: Pending): void {
    this.subscriptions.flush();
    if (this.#isJoined) this.#sendPending([pending]);
    this.#tellSync();
  }

  #sendPending(pending: readonly Pending[]): void {
    for (const { i, n, a, g } of pending) {
      this.#parts.socket.send({ t: 'm', board: this.boardId, i, n, a, ...(g !== undefined && { g }) });
    }
    this.#watch();
  }

  #lose(lost: readonly Lost[]): void {
    if (lost.length > 0) this.#parts.onLost(lost);
  }

  #socketChanged(): void {
    if (this.#parts.socket.state.get() !== 'open') this.#isJoined = false;
    this.#tellSync();
  }

  #tellSync(): void {
    const waiting = this.replica.pending.length;
    const is = this.#isJoined ? (waiting > 0 ? 'saving' : 'live') : 'offline';
    const before = this.sync.get();
    if (before.is !== is || before.waiting !== waiting) this.sync.set({ is, waiting });
  }

  /** A network that went away without a word is noticed by what stays unanswered. */
  #watch(): void {
    clearTimeout(this.#watchdog);
    if (this.#isClosed || (this.#isJoined && this.replica.pending.length === 0)) return;
    this.#watchdog = setTimeout(() => this.#parts.socket.renew(), ANSWER_TIMEOUT_MS);
  }

  #close(): void {
    this.#isClosed = true;
    clearTimeout(this.#watchdog);
    this.#unfollow();
  }
}
