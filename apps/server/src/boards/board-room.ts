import type { Committed } from '@talka/domain/wire';
import { commitBatch } from './commit-batch.ts';
import type { Batch } from './commit-batch.ts';
import type { BoardParts } from './board-parts.ts';
import type { CommandRequest, Decision } from './command-request.ts';
import type { BoardMemory } from './board-memory.ts';

/** Hears of every committed batch of a board, in order, before its senders get their answers. */
export interface RoomListener {
  /** How many pages it passes the news to. */
  readonly size: number;
  onCommitted(committed: readonly Committed[], events: Batch['events']): void;
}

interface QueuedCommand {
  readonly kind: 'command';
  readonly request: CommandRequest;
  readonly resolve: (decision: Decision) => void;
  readonly reject: (error: Error) => void;
}

interface QueuedReading {
  readonly kind: 'reading';
  readonly read: () => Promise<void>;
}

/** A batch is written and sent as one; past this many the next batch begins. */
const BATCH_MAX = 500;
/** Under load, commands are gathered this long at most, so that 200 pages get few large frames. */
const PACE_MAX_MS = 8;
const PAGES_PER_PACE_MS = 25;

/**
 * One board at work: commands run one after the other, in batches; each batch is one transaction and one frame to
 * everybody. Readers wait for the running batch, so that nobody sees what isn't committed.
 */
export class BoardRoom {
  readonly memory: BoardMemory;
  /** When somebody last did something here, epoch milliseconds. */
  usedAt: number;
  readonly #parts: BoardParts;
  readonly #listeners = new Set<RoomListener>();
  #queue: (QueuedCommand | QueuedReading)[] = [];
  #running: Promise<void> | null = null;
  #flushedAt = 0;

  constructor(parts: BoardParts, memory: BoardMemory) {
    this.#parts = parts;
    this.memory = memory;
    this.usedAt = parts.clock.now();
  }

  get isIdle(): boolean {
    return this.#running === null && this.#listeners.size === 0;
  }

  listen(listener: RoomListener): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  /** Decides a command; rejects when it could not be stored, and then it may be sent again. */
  submit(request: CommandRequest): Promise<Decision> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ kind: 'command', request, resolve, reject });
    });
  }

  /** Reads memory (and the database) between batches. */
  read<Value>(work: (memory: BoardMemory) => Value | Promise<Value>): Promise<Value> {
    return new Promise((resolve) => {
      const read = async (): Promise<void> => {
        const reading = (async () => work(this.memory))();
        resolve(reading);
        await reading.catch(() => undefined);
      };
      this.#enqueue({ kind: 'reading', read });
    });
  }

  /** Resolves when everything asked so far is done. */
  async settled(): Promise<void> {
    while (this.#running !== null) await this.#running;
  }

  #enqueue(item: QueuedCommand | QueuedReading): void {
    this.usedAt = this.#parts.clock.now();
    this.#queue.push(item);
    this.#running ??= this.#run();
  }

  async #run(): Promise<void> {
    while (this.#queue.length > 0) {
      await this.#pace();
      const batch = this.#queue.splice(0, BATCH_MAX);
      await this.#runBatch(batch);
      this.#flushedAt = performance.now();
    }
    this.#running = null;
  }

  /** At once when it has been quiet; else a little later, by how many pages listen. */
  async #pace(): Promise<void> {
    let pages = 0;
    for (const { size } of this.#listeners) pages += size;
    const pace = Math.min(PACE_MAX_MS, pages / PAGES_PER_PACE_MS);
    const wait = this.#flushedAt + pace - performance.now();
    if (wait >= 1) await new Promise((resolve) => setTimeout(resolve, wait));
    else await new Promise((resolve) => setImmediate(resolve));
  }

  async #runBatch(batch: readonly (QueuedCommand | QueuedReading)[]): Promise<void> {
    let commands: QueuedCommand[] = [];
    for (const item of batch) {
      if (item.kind === 'command') {
        commands.push(item);
        continue;
      }
      await this.#commit(commands);
      commands = [];
      await item.read();
    }
    await this.#commit(commands);
  }

  async #commit(commands: readonly QueuedCommand[]): Promise<void> {
    const batch = commands.length === 0 ? null : await this.#store(commands);
    if (batch === null) return;
    const { decisions, committed, events } = batch;
    try {
      if (committed.length > 0) for (const listener of this.#listeners) listener.onCommitted(committed, events);
    } finally {
      // What is stored is answered as stored, whatever becomes of the news.
      for (const [index, command] of commands.entries()) answer(command, decisions[index]);
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
}

function answer(command: QueuedCommand, decision: Decision | undefined): void {
  if (decision === undefined) command.reject(new Error('a command without a decision'));
  else command.resolve(decision);
}
