import type { Clock } from '../platform/clock/clock.ts';
import type { CommandRequest, Decision } from './command-request.ts';

export interface QueuedCommand {
  readonly kind: 'command';
  readonly request: CommandRequest;
  readonly resolve: (decision: Decision) => void;
  readonly reject: (error: Error) => void;
}

interface QueuedReading {
  readonly kind: 'reading';
  readonly read: () => Promise<void>;
}

interface RoomQueueParts {
  /** Decides commands and answers each; must not throw. */
  readonly commit: (commands: readonly QueuedCommand[]) => Promise<void>;
  /** How many pages follow the board. */
  readonly pages: () => number;
}

/** A batch is written and sent as one; past this many the next batch begins. */
const BATCH_MAX = 500;
/** Under load, commands are gathered this long at most, so that 200 pages get few large frames. */
const PACE_MAX_MS = 8;
const PAGES_PER_PACE_MS = 25;

/** What waits to be done with one board, one after the other; commands next to each other make a batch. */
export class RoomQueue {
  /** When something was last asked, epoch milliseconds. */
  usedAt: number;
  readonly #clock: Clock;
  readonly #parts: RoomQueueParts;
  #queue: (QueuedCommand | QueuedReading)[] = [];
  #running: Promise<void> | null = null;
  #flushedAt = 0;

  constructor(clock: Clock, parts: RoomQueueParts) {
    this.#clock = clock;
    this.#parts = parts;
    this.usedAt = clock.now();
  }

  get isBusy(): boolean {
    return this.#running !== null;
  }

  submit(request: CommandRequest): Promise<Decision> {
    return new Promise((resolve, reject) => {
      this.#enqueue({ kind: 'command', request, resolve, reject });
    });
  }

  read<Value>(work: () => Promise<Value>): Promise<Value> {
    return new Promise((resolve) => {
      const read = async (): Promise<void> => {
        const reading = work();
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
    this.usedAt = this.#clock.now();
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
    const pace = Math.min(PACE_MAX_MS, this.#parts.pages() / PAGES_PER_PACE_MS);
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
      if (commands.length > 0) await this.#parts.commit(commands);
      commands = [];
      await item.read();
    }
    if (commands.length > 0) await this.#parts.commit(commands);
  }
}
