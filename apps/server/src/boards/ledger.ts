import type { Patch } from '@talka/domain/kernel';
import type { Committed, Outcome } from '@talka/domain/wire';
import type { BoardMemory, ClientMark } from './board-memory.ts';
import type { CommandRequest } from './command-request.ts';
import type { LoggedEvent } from './logged-event.ts';

/** Clients beyond these are looked up in the database when they come back. */
const CLIENTS_REMEMBERED = 1_000;

/** What a batch did to a board's memory, until it is stored or taken back. */
export class Ledger {
  readonly now: number;
  readonly committed: Committed[] = [];
  readonly events: LoggedEvent[] = [];
  /** Key of each changed row, with the command that changed it last. */
  readonly revs = new Map<string, number>();
  readonly marks = new Map<string, ClientMark>();
  readonly #memory: BoardMemory;
  readonly #undo = new Map<number, readonly Patch[]>();

  constructor(memory: BoardMemory, now: number) {
    this.#memory = memory;
    this.now = now;
  }

  get seq(): number {
    return this.#memory.seq + this.committed.length;
  }

  accept(request: CommandRequest, outcome: Outcome): number {
    const s = this.seq + 1;
    const { cid, i } = request.client ?? { cid: '', i: 0 };
    this.committed.push({ s, c: cid, i, u: request.actor, p: outcome.patches });
    this.#undo.set(s, outcome.undo);
    for (const [key] of outcome.patches) this.revs.set(key, s);
    outcome.events.forEach((event, part) => {
      this.events.push({ ...event, seq: s, part, actor: request.actor });
    });
    return s;
  }

  markOf(cid: string): ClientMark | undefined {
    return this.marks.get(cid) ?? this.#memory.clients.get(cid);
  }

  /** What the command of this number replaced in memory. */
  replacedBy(seq: number): readonly Patch[] {
    return this.#undo.get(seq) ?? [];
  }

  /** After commit: memory is now at this state. */
  settle(): void {
    this.#memory.seq = this.seq;
    const { clients } = this.#memory;
    for (const [cid, mark] of this.marks) {
      clients.delete(cid);
      clients.set(cid, mark);
    }
    for (const [longestQuiet] of clients) {
      if (clients.size <= CLIENTS_REMEMBERED) return;
      clients.delete(longestQuiet);
    }
  }

  takeBack(): void {
    for (const undo of [...this.#undo.values()].toReversed()) for (const patch of undo) this.#memory.store.apply(patch);
    this.#undo.clear();
  }
}
