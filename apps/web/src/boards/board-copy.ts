import { boards } from '@talka/domain/boards';
import type { Role } from '@talka/domain/boards';
import type { Row } from '@talka/domain/kernel';
import { BOARD_TABLES, SCHEMA_VERSION } from '@talka/domain/wire';
import type { Pending, Replica } from '@talka/domain/wire';
import { Chunks } from '../app/local/chunks.ts';
import type { Chunk } from '../app/local/chunks.ts';
import type { Decided, Local } from '../app/local/local.ts';

export interface BoardCopyParts {
  readonly boardId: string;
  readonly local: Local;
  readonly newId: () => string;
  /** Runs something when the page has nothing better to do. */
  readonly whenIdle: (work: () => void) => void;
}

const WRITE_AFTER_MS = 500;
const ROWS_PER_CHUNK = 256;
/** Descriptions are long, and few of them change. */
const DESCRIPTIONS_PER_CHUNK = 8;

/** A board as this browser keeps it: the rows the server told, and what was made here and isn't decided yet. */
export class BoardCopy {
  readonly #parts: BoardCopyParts;
  readonly #chunks = new Chunks((table) => (table === 'description' ? DESCRIPTIONS_PER_CHUNK : ROWS_PER_CHUNK));
  readonly #decided = new Map<string, number>();
  #replica: Replica | null = null;
  /** Of what was written last; null where the whole board is to be written. */
  #version: string | null = null;
  #isWriting = false;
  #isGivenUp = false;
  #isLooking = false;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(parts: BoardCopyParts) {
    this.#parts = parts;
  }

  /** Fills a replica with what is kept; false when there is no copy. Undecided commands are taken over in any case. */
  async restore(replica: Replica): Promise<boolean> {
    const copy = await this.#parts.local.readCopy(this.#parts.boardId, SCHEMA_VERSION);
    if (copy === null || !isRole(copy.role)) return false;
    replica.restore({ seq: copy.seq, role: copy.role }, (store) => {
      for (const table of BOARD_TABLES) {
        store.load<Row>(
          table,
          copy.chunks.filter((chunk) => chunk.table === table.name).flatMap(({ rows }) => rows),
        );
      }
    });
    if (replica.store.count(boards) === 0) {
      // Not a board, whatever wrote it.
      replica.clear();
      await this.drop();
      return false;
    }
    this.#chunks.settle(copy.chunks);
    this.#version = copy.version;
    return true;
  }

  /** Takes over what other tabs and earlier visits left undecided. */
  async adoptUnsent(replica: Replica): Promise<void> {
    const { local, boardId } = this.#parts;
    for (const unsent of await local.readUnsent(boardId)) {
      // A name this version doesn't know is the server's to refuse.
      if (unsent.i > (this.#decided.get(unsent.c) ?? 0)) replica.adopt(unsent as Pending);
    }
  }

  /** From now on this tab writes the copy. */
  keep(replica: Replica): void {
    this.#replica = replica;
    this.#schedule();
  }

  /** Another board is in the replica than what was written: the whole is written next. */
  replaced(): void {
    this.#version = null;
    this.#isGivenUp = false;
    this.#schedule();
  }

  /** Hears which row was replaced. */
  touch(key: string): void {
    if (this.#isLooking || key.includes('@')) return;
    this.#chunks.touch(key);
    this.#schedule();
  }

  /** The server decided the commands of a client up to a counter: they are forgotten with the next writing. */
  decided(c: string, upTo: number): void {
    this.#decided.set(c, Math.max(upTo, this.#decided.get(c) ?? 0));
    if (this.#isGivenUp) this.#forgetDecided();
    else this.#schedule();
  }

  made(pending: readonly Pending[], replaces?: string): void {
    void this.#parts.local.keepUnsent(this.#parts.boardId, pending, replaces);
  }

  /** Forgets the rows; what waits to be sent stays. */
  async drop(): Promise<void> {
    this.#version = null;
    await this.#parts.local.dropCopy(this.#parts.boardId);
  }

  /** Writes nothing more. */
  close(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    this.#replica = null;
  }

  #schedule(): void {
    if (this.#replica === null || this.#isGivenUp) return;
    this.#timer ??= setTimeout(() => this.#parts.whenIdle(() => void this.#write()), WRITE_AFTER_MS);
  }

  async #write(): Promise<void> {
    this.#timer = undefined;
    if (this.#replica === null || this.#isWriting) return;
    this.#isWriting = true;
    const isWritten = await this.#writeOnce(this.#replica);
    if (!isWritten && this.#replica !== null) await this.#writeWhole(this.#replica);
    this.#isWriting = false;
    if (this.#chunks.isDirty) this.#schedule();
  }

  async #writeWhole(replica: Replica): Promise<void> {
    this.replaced();
    if (await this.#writeOnce(replica)) return;
    // No room for this board: what is left of an older copy would only be out of date.
    this.#isGivenUp = true;
    this.#forgetDecided();
    await this.#parts.local.dropCopy(this.#parts.boardId);
  }

  #forgetDecided(): void {
    const decided = [...this.#decided].map(([c, upTo]) => ({ c, upTo }));
    this.#decided.clear();
    void this.#parts.local.forgetUnsent(this.#parts.boardId, decided);
  }

  async #writeOnce(replica: Replica): Promise<boolean> {
    const { boardId, local, newId } = this.#parts;
    const { seq, role } = replica;
    const decided: Decided[] = [...this.#decided].map(([c, upTo]) => ({ c, upTo }));
    const chunks = this.#takeChunks(replica);
    if (role === null) return true;
    const version = newId();
    const write = { schema: SCHEMA_VERSION, seq, role, version, follows: this.#version, chunks, decided };
    if (!(await local.writeCopy(boardId, write))) return false;
    this.#version = version;
    for (const { c, upTo } of decided) if (this.#decided.get(c) === upTo) this.#decided.delete(c);
    return true;
  }

  /** What changed since the last writing; everything when there is nothing to be a change of. */
  #takeChunks(replica: Replica): readonly Chunk[] {
    return this.#looking(() =>
      replica.base((store) => {
        const all = () => BOARD_TABLES.map((table) => [table.name, store.rows<Row>(table)] as const);
        if (this.#version === null) this.#chunks.restart(all());
        return this.#chunks.take((table, id) => store.get<Row>({ name: table, listed: null }, id));
      }),
    );
  }

  /** Taking undecided commands back to see what is below them isn't a change. */
  #looking<Value>(look: () => Value): Value {
    this.#isLooking = true;
    try {
      return look();
    } finally {
      this.#isLooking = false;
    }
  }
}

const ROLES: Readonly<Record<Role, true>> = {
  'link-holder': true,
  'account-team': true,
  visitor: true,
  member: true,
  admin: true,
  'account-admin': true,
  'account-owner': true,
};

function isRole(role: string): role is Role {
  return Object.hasOwn(ROLES, role);
}
