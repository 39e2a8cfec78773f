import type { Committed } from '@talka/domain/wire';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { catchUp, takeInHeard } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import { newsChannel, readNews, writeNews } from './board-news.ts';
import type { BoardParts } from './board-parts.ts';
import type { CommandRequest, Decision } from './command-request.ts';
import { commitBatch } from './commit-batch.ts';
import type { Batch } from './commit-batch.ts';
import { RoomQueue } from './room-queue.ts';
import type { QueuedCommand } from './room-queue.ts';

/** Passes on what happens on a board to its pages. */
export interface RoomListener {
  /** How many pages it passes the news to. */
  readonly size: number;
  /** Commits in order, each once, by whichever node; own ones before their senders get their answers. */
  onCommitted(committed: readonly Committed[]): void;
  /** What was committed after a number can't be had one by one: the pages must be told what changed since. */
  onGap(since: number): void;
}

/** News that follow on some that are missing wait this long for those; then the gap is filled by rows. */
const GAP_WAIT_MS = 250;
/** News that wait at most; past this, rows are cheaper. */
const NEWS_AT_MOST = 2_000;

/**
 * One board at work: commands run one after the other, in batches; each batch is one transaction and one frame to
 * everybody. Readers wait for the running batch, so that nobody sees what isn't committed. Other nodes may write the
 * same board: the row lock of a commit shows what they did, and the bus tells it earlier.
 */
export class BoardRoom {
  readonly memory: BoardMemory;
  readonly #parts: BoardParts;
  readonly #queue: RoomQueue;
  readonly #listeners = new Set<RoomListener>();
  #leaveBus: (() => void) | null = null;
  #gapTimer: NodeJS.Timeout | null = null;
  #isSyncAsked = false;

  constructor(parts: BoardParts, memory: BoardMemory) {
    this.#parts = parts;
    this.memory = memory;
    this.#queue = new RoomQueue(parts.clock, { commit: (some) => this.#commit(some), pages: () => this.#pages });
  }

  /** When somebody last did something here, epoch milliseconds. */
  get usedAt(): number {
    return this.#queue.usedAt;
  }

  set usedAt(instant: number) {
    this.#queue.usedAt = instant;
  }

  get isIdle(): boolean {
    return !this.#queue.isBusy && this.#listeners.size === 0;
  }

  get hasListeners(): boolean {
    return this.#listeners.size > 0;
  }

  listen(listener: RoomListener): () => void {
    if (this.#listeners.size === 0) this.memory.stream.skipTo(this.memory.seq);
    this.#listeners.add(listener);
    this.#leaveBus ??= this.#parts.bus.subscribe(newsChannel(this.memory.boardId), {
      heard: (text) => this.#hear(text),
      missed: () => this.sync(),
    });
    return () => this.#dismiss(listener);
  }

  /** Decides a command; rejects when it could not be stored, and then it may be sent again. */
  submit(request: CommandRequest): Promise<Decision> {
    return this.#queue.submit(request);
  }

  /** Reads memory (and the database) between batches of this node; other nodes may be ahead. */
  read<Value>(work: (memory: BoardMemory) => Value | Promise<Value>): Promise<Value> {
    return this.#queue.read(async () => work(this.memory));
  }

  /** Reads memory brought up to the database first; `db` is as of the same moment. */
  readNow<Value>(work: (memory: BoardMemory, db: Kysely<Tables>) => Value | Promise<Value>): Promise<Value> {
    return this.#queue.read(async () => {
      try {
        return await this.#atOneMoment(work);
      } finally {
        this.#tell();
      }
    });
  }

  /** Looks in the database for what other nodes committed unheard; soon, and once for all who ask meanwhile. */
  sync(): void {
    if (this.#isSyncAsked) return;
    this.#isSyncAsked = true;
    const look = (): void => {
      this.#isSyncAsked = false;
    };
    // A database that is away is asked again by the next one who looks.
    this.readNow(look).catch(look);
  }

  /** Resolves when everything asked so far is done. */
  settled(): Promise<void> {
    return this.#queue.settled();
  }

  /** Where this node is alone nobody else writes, and memory is what the database says. */
  async #atOneMoment<Value>(work: (memory: BoardMemory, db: Kysely<Tables>) => Value | Promise<Value>): Promise<Value> {
    const { bus, database, rowStores } = this.#parts;
    const { memory } = this;
    if (bus.state === 'alone') return work(memory, database.kysely);
    return database.snapshot(async (tx) => {
      const { seq } = await tx
        .selectFrom('boards')
        .select('seq')
        .where('id', '=', memory.boardId)
        .executeTakeFirstOrThrow();
      if (seq !== memory.seq) await catchUp(tx, rowStores, memory, seq);
      return work(memory, tx);
    });
  }

  async #commit(commands: readonly QueuedCommand[]): Promise<void> {
    const batch = await this.#store(commands);
    try {
      this.memory.stream.add(batch?.committed ?? []);
      this.#tell();
      this.#publish(batch?.committed ?? []);
    } finally {
      // What is stored is answered as stored, whatever becomes of the news.
      if (batch !== null) for (const [index, command] of commands.entries()) answer(command, batch.decisions[index]);
    }
  }

  /** Null when it failed: then nothing is stored, and each sender knows. */
  async #store(commands: readonly QueuedCommand[]): Promise<Batch | null> {
    try {
      return await commitBatch(
        this.#parts,
        this.memory,
        commands.map(({ request }) => request),
      );
    } catch (cause) {
      const error = cause instanceof Error ? cause : new Error('a batch could not be stored', { cause });
      for (const { reject } of commands) reject(error);
      return null;
    }
  }

  #publish(committed: readonly Committed[]): void {
    const { bus } = this.#parts;
    if (committed.length === 0 || bus.state === 'alone') return;
    bus.publish(newsChannel(this.memory.boardId), writeNews(committed));
  }

  #hear(text: string): void {
    const news = readNews(text);
    const { stream } = this.memory;
    if (news === null || stream.size > NEWS_AT_MOST) return this.sync();
    stream.add(news);
    const takeIn = async (): Promise<void> => {
      takeInHeard(this.#parts.rowStores, this.memory);
      this.#tell();
    };
    this.#queue.read(takeIn).catch(() => {
      stream.forget(); // what can't be taken in is read from the database
      this.sync();
    });
  }

  /** Passes on what may be passed on, and sees to a gap. */
  #tell(): void {
    const { stream, seq } = this.memory;
    if (this.#listeners.size === 0) return stream.skipTo(seq);
    const next = stream.pass(seq);
    if (next.length > 0) for (const listener of this.#listeners) listener.onCommitted(next);
    const isBehind = stream.passed !== seq || stream.size > 0;
    if (isBehind) this.#gapTimer ??= setTimeout(() => this.#fillGap(), this.#gapWait());
  }

  #gapWait(): number {
    return this.#parts.bus.state === 'up' ? GAP_WAIT_MS : 0;
  }

  /** What is missing didn't come: memory takes it from the database, and the pages are told what changed. */
  #fillGap(): void {
    this.#gapTimer = null;
    const since = this.memory.stream.passed;
    const fill = (): void => {
      const { stream, seq } = this.memory;
      if (stream.passed === seq) stream.forget();
      if (stream.passed !== since || stream.passed === seq) return;
      stream.skipTo(seq);
      for (const listener of this.#listeners) listener.onGap(since);
    };
    // A database that is away is asked again when the next news, or the next look, find the gap still there.
    this.readNow(fill).catch(() => {});
  }

  #dismiss(listener: RoomListener): void {
    this.#listeners.delete(listener);
    if (this.#listeners.size > 0) return;
    this.#leaveBus?.();
    this.#leaveBus = null;
    if (this.#gapTimer !== null) clearTimeout(this.#gapTimer);
    this.#gapTimer = null;
  }

  get #pages(): number {
    let pages = 0;
    for (const { size } of this.#listeners) pages += size;
    return pages;
  }
}

function answer(command: QueuedCommand, decision: Decision | undefined): void {
  if (decision === undefined) command.reject(new Error('a command without a decision'));
  else command.resolve(decision);
}
