import type { Problem, Result } from '@talka/domain/kernel';
import { boardStore, Replica, SCHEMA_VERSION, UndoStack } from '@talka/domain/wire';
import type { CommandArgs, CommandName, Lost, Pending, ServerFrame, Snapshot, Undone } from '@talka/domain/wire';
import { ApiProblem } from '../app/api-problem.ts';
import type { Local, LostEdit } from '../app/local/local.ts';
import { createStore, type Store } from '../app/store.ts';
import { BoardCopy } from './board-copy.ts';
import type { BoardSessionParts } from './board-session-parts.ts';
import { BoardTabs } from './board-tabs.ts';
import type { TabEvents, Welcome } from './board-tabs.ts';
import type { BoardStatus } from './board-status.ts';
import { LostList } from './lost-list.ts';
import { ServerLink } from './server-link.ts';
import { Subscriptions } from './subscriptions.ts';
import { takeFrame } from './take-frame.ts';
import { isSameSync, syncStateOf } from './sync-state.ts';
import type { SyncState } from './sync-state.ts';

/** One board as this page has it open: shows what is kept, keeps it live, and sees that what is done here is sent. */
export class BoardSession {
  readonly boardId: string;
  readonly replica: Replica;
  readonly subscriptions = new Subscriptions();
  readonly status: Store<BoardStatus> = createStore<BoardStatus>({ is: 'loading' });
  readonly sync: Store<SyncState> = createStore<SyncState>({ is: 'offline', waiting: 0 });
  readonly lost: LostList;
  readonly local: Local;
  readonly #parts: BoardSessionParts;
  readonly #undoStack: UndoStack;
  readonly #copy: BoardCopy;
  readonly #link: ServerLink;
  readonly #tabs: BoardTabs;
  #isLoaded = false;
  #isClosed = true;
  #isLeaderLive = false;
  #fetching: Promise<void> | null = null;

  constructor(parts: BoardSessionParts) {
    const { boardId, socket, newId } = parts;
    this.boardId = boardId;
    this.local = parts.local;
    this.lost = new LostList(parts.local, boardId);
    this.#parts = parts;
    this.#copy = new BoardCopy(parts);
    const store = boardStore((key) => {
      this.subscriptions.touch(key);
      this.#copy.touch(key);
    });
    this.replica = new Replica(store, { cid: newId(), actor: parts.actor });
    this.#undoStack = new UndoStack(this.replica);
    this.#link = new ServerLink({
      boardId,
      socket,
      newId,
      replica: this.replica,
      isLoaded: () => this.#isLoaded,
      onUnloaded: () => void (this.status.get().is === 'failed' && this.#fetch()),
      onFrame: (frame) => this.#hearServer(frame),
      onLive: () => this.#hearLive(this.#link.isLive),
      onReissued: (from, pending) => {
        this.#copy.made(pending, from);
        this.#tabs.reissued(from, pending);
      },
    });
    this.#tabs = new BoardTabs({ ...parts.tabs, tab: newId() }, this.#tabEvents());
  }

  /** Starts showing and following; the returned function ends both. */
  open(): () => void {
    this.#isClosed = false;
    void this.#start();
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

  /** Takes in a fetched row, unless it is there already. */
  learn(key: string, row: Readonly<Record<string, string | number | null>>): void {
    this.replica.learn([key, row]);
    this.subscriptions.flush();
  }

  retry(): void {
    this.status.set({ is: 'loading' });
    void this.#fetch();
  }

  /** Takes lines off the list of what could not be saved. */
  async discardLost(lost: readonly LostEdit[]): Promise<void> {
    await this.lost.discard(lost);
    this.#tabs.lost();
  }

  async #start(): Promise<void> {
    if (!this.#isLoaded && (await this.#copy.restore(this.replica))) this.#loaded();
    await this.#copy.adoptUnsent(this.replica);
    if (this.#isClosed) return;
    this.subscriptions.flushAll();
    this.#tellSync();
    this.#tabs.open();
    await this.lost.read();
  }

  #tabEvents(): TabEvents {
    return {
      onLead: () => void this.#lead(),
      welcome: (seq) => this.#welcome(seq),
      onWelcome: (welcome) => this.#join(welcome),
      onMade: (pending) => this.#adopt(pending),
      onHeard: (frame) => void ((this.#isLoaded && this.#apply(frame)) || this.#tabs.join()),
      onLive: (isLive) => this.#hearLive(isLive),
      onReissued: (from, pending) => this.#replace(from, pending),
      onLost: () => void this.lost.read(),
      seq: () => (this.#isLoaded ? this.replica.seq : -1),
    };
  }

  async #lead(): Promise<void> {
    await this.#copy.adoptUnsent(this.replica);
    if (this.#isClosed) return;
    this.#isLeaderLive = false;
    this.#copy.keep(this.replica);
    this.#link.start();
    if (this.#isLoaded) this.#tabs.announce();
    else await this.#fetch();
  }

  /** A tab comes: with what it and others left on the disk, since a killed one may have told nobody. */
  async #welcome(seq: number): Promise<Welcome | null> {
    await this.#copy.adoptUnsent(this.replica);
    this.#adopt([]);
    if (!this.#isLoaded) return null;
    const { replica } = this;
    const snapshot = seq === replica.seq ? null : replica.snapshot(SCHEMA_VERSION);
    return { snapshot, pending: replica.pending, isLive: this.#link.isLive };
  }

  #join({ snapshot, pending, isLive }: Welcome): void {
    if (snapshot !== null) this.#show(snapshot);
    this.#isLeaderLive = isLive;
    // What was read from the disk and the leader doesn't know was decided meanwhile; of its own, this tab reminds it.
    const isKnown = ({ c, i }: Pending) => pending.some((one) => one.c === c && one.i === i);
    this.replica.dismiss((one) => one.c !== this.replica.cid && !isKnown(one));
    const forgotten = this.replica.pending.filter((one) => !isKnown(one));
    if (forgotten.length > 0) this.#tabs.made(forgotten);
    this.#adopt(pending);
  }

  #adopt(pending: readonly Pending[]): void {
    for (const one of pending) this.replica.adopt(one);
    this.subscriptions.flush();
    this.#tellSync();
    if (!this.#tabs.leads) return;
    this.#link.pump();
    this.#tabs.live(this.#isLeaderLive);
  }

  /** Whether the tab that leads, maybe this one, hears the server. */
  #hearLive(isLive: boolean): void {
    this.#isLeaderLive = isLive;
    if (this.#tabs.leads) this.#tabs.live(isLive);
    this.#tellSync();
  }

  #replace(from: string, pending: readonly Pending[]): void {
    this.replica.dismiss(({ c }) => c === from);
    if (this.replica.cid === from) this.replica.reissue(from, this.#parts.newId());
    this.#adopt(pending);
  }

  /** Takes the board anew from the server; the link says hello again after it. */
  #fetch(): Promise<void> {
    this.#fetching ??= this.#fetchOnce().finally(() => {
      this.#fetching = null;
    });
    return this.#fetching;
  }

  async #fetchOnce(): Promise<void> {
    try {
      const snapshot = await this.#parts.fetchSnapshot();
      if (this.#isClosed) return;
      if (snapshot.schema !== SCHEMA_VERSION) return this.status.set({ is: 'outdated' });
      this.#show(snapshot);
      this.#tabs.announce();
      this.#link.hello();
    } catch (problem) {
      if (this.#isClosed) return;
      if (problem instanceof ApiProblem && problem.code === 'not-found') {
        this.#hearServer({ t: 'revoked', board: this.boardId });
      }
      // What is on the screen stays; the link tries again by itself.
      else if (!this.#isLoaded) this.status.set({ is: 'failed', problem });
    }
  }

  #show(snapshot: Snapshot): void {
    this.replica.load(snapshot);
    this.#copy.replaced();
    this.#loaded();
    this.subscriptions.flushAll();
    this.#tellSync();
  }

  #loaded(): void {
    this.#isLoaded = true;
    this.status.set({ is: 'ready' });
  }

  /** A frame of the server, in the tab that leads. */
  #hearServer(frame: ServerFrame): boolean {
    const roleBefore = this.replica.role;
    const isWhole = this.#apply(frame);
    if (frame.t !== 'error') this.#tabs.heard(frame);
    const isRoleNew = roleBefore !== null && this.replica.role !== null && this.replica.role !== roleBefore;
    if (isRoleNew) void this.#copy.drop();
    if (isRoleNew || (frame.t === 'reload' && frame.why === 'behind')) void this.#fetch();
    return isWhole;
  }

  /** What a frame means for this tab, whether it comes from the server or from the tab that leads. */
  #apply(frame: ServerFrame): boolean {
    const { isWhole, lost, isRoleNew } = takeFrame(frame, {
      replica: this.replica,
      undoStack: this.#undoStack,
      onDecided: (c, upTo) => this.#copy.decided(c, upTo),
    });
    if (frame.t === 'reload' && frame.why === 'schema') this.status.set({ is: 'outdated' });
    if (frame.t === 'revoked') this.#vanish();
    this.#lose(lost);
    if (isRoleNew) this.subscriptions.flushAll();
    this.subscriptions.flush();
    this.#tellSync();
    return isWhole;
  }

  #sendTurned(turned: Result<Undone, Problem> | null): Result<Undone, Problem> | null {
    if (turned?.ok === true) this.#sendOne(turned.value.pending);
    return turned;
  }

  #sendOne(pending: Pending): void {
    this.subscriptions.flush();
    this.#copy.made([pending]);
    this.#tabs.made([pending]);
    if (this.#tabs.leads) this.#link.pump();
    this.#tellSync();
  }

  /** The board isn't this person's (any more): its copy goes, and what waited is told to be lost. */
  #vanish(): void {
    this.#isLoaded = false;
    const lost = this.replica.dismiss().map((pending) => ({ pending, problem: { code: 'no-access' } }));
    this.replica.clear();
    this.status.set({ is: 'missing' });
    this.#copy.close();
    void this.#copy.drop();
    this.#lose(lost);
  }

  #lose(lost: readonly Lost[]): void {
    if (lost.length === 0) return;
    this.#parts.onLost(lost);
    if (!this.#tabs.leads) return;
    void this.lost.add(lost).then(() => this.#tabs.lost());
  }

  #tellSync(): void {
    const state = syncStateOf(this.#isLeaderLive, this.replica.pending.length);
    if (!isSameSync(this.sync.get(), state)) this.sync.set(state);
  }

  #close(): void {
    this.#isClosed = true;
    this.#link.stop();
    this.#tabs.close();
    this.#copy.close();
  }
}
