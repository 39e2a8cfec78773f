import type { UserId } from './ids.ts';
import { must } from './must.ts';
import { keyOf } from './patch.ts';
import type { Fields, Patch } from './patch.ts';
import type { Store } from './store.ts';
import type { Field, Row, Table } from './table.ts';

/** What the history keeps of a change; who and when are added where it is stored. */
export interface HistoryEvent {
  readonly kind: string;
  /** The task it is about, or null for the board itself. */
  readonly taskId: string | null;
  readonly data: Readonly<Record<string, Field>>;
}

export interface Author {
  readonly actor: UserId;
  /** Epoch milliseconds; the server's when it counts. */
  readonly now: number;
}

/**
 * One running command: reads and writes the store at once and remembers what it did,
 * so that it can be sent (`patches`), stored (`events`) and taken back (`rollBack`).
 */
export class Change {
  readonly store: Store;
  readonly actor: UserId;
  readonly now: number;
  readonly patches: Patch[] = [];
  readonly events: HistoryEvent[] = [];
  readonly #undo: Patch[] = [];

  constructor(store: Store, author: Author) {
    this.store = store;
    this.actor = author.actor;
    this.now = author.now;
  }

  get<Kind extends Row>(table: Table<Kind>, id: string): Kind | undefined {
    return this.store.get(table, id);
  }

  list<Kind extends Row>(table: Table<Kind>, parent?: string): readonly string[] {
    return this.store.list(table, parent);
  }

  add<Kind extends Row>(table: Table<Kind>, row: Kind): void {
    this.#write([keyOf(table.name, row.id), row as unknown as Fields]);
  }

  set<Kind extends Row>(table: Table<Kind>, id: string, fields: Partial<Omit<Kind, 'id'>>): void {
    must(this.store.get(table, id), `a ${table.name} to change`);
    this.#write([keyOf(table.name, id), fields as unknown as Fields]);
  }

  drop<Kind extends Row>(table: Table<Kind>, id: string): void {
    this.#write([keyOf(table.name, id), null]);
  }

  record(kind: string, taskId: string | null, data: HistoryEvent['data'] = {}): void {
    this.events.push({ kind, taskId, data });
  }

  /** The patches that take this change back, last first. */
  get undo(): readonly Patch[] {
    return this.#undo.toReversed();
  }

  /** Takes back everything written so far, so that a refused command leaves nothing behind. */
  rollBack(): void {
    for (const patch of this.undo) this.store.apply(patch);
    this.#undo.length = 0;
    this.patches.length = 0;
    this.events.length = 0;
  }

  #write(patch: Patch): void {
    const undo = this.store.apply(patch);
    if (undo === null) return;
    this.patches.push(patch);
    this.#undo.push(undo);
  }
}
