import { can } from '../boards/index.ts';
import type { Role } from '../boards/index.ts';
import { keyOf, no, ok } from '../kernel/index.ts';
import type { Fields, Patch, Problem, Result, Store, UserId } from '../kernel/index.ts';
import { commandOf } from './commands.ts';
import type { CommandArgs, CommandName } from './commands.ts';
import type { Committed, DeltaFrame, Refused } from './frames.ts';
import { runCommand } from './run-command.ts';
import type { Snapshot } from './snapshot.ts';
import { loadSnapshot } from './snapshot.ts';

/** A command of this client that the server has not decided yet. */
export interface Pending {
  readonly i: number;
  readonly n: CommandName;
  readonly a: unknown;
  /** When it was made, epoch milliseconds of this device. */
  readonly at: number;
}

interface Applied extends Pending {
  undo: readonly Patch[];
}

/** A pending command that was decided against. */
export interface Lost {
  readonly pending: Pending;
  readonly problem: Problem;
}

/**
 * A browser's copy of a board: what the server said, with this client's undecided commands on top.
 * Whatever arrives, the undecided ones are taken back, the news applied, and the rest run again.
 */
export class Replica {
  readonly store: Store;
  readonly cid: string;
  readonly actor: UserId;
  role: Role | null = null;
  /** The last sequence number applied. */
  seq = 0;
  #last = 0;
  #pending: Applied[] = [];

  constructor(store: Store, identity: { readonly cid: string; readonly actor: UserId }) {
    this.store = store;
    this.cid = identity.cid;
    this.actor = identity.actor;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Starts over from a snapshot; undecided commands stay and are run on it. */
  load(snapshot: Snapshot): void {
    this.store.clear();
    loadSnapshot(this.store, snapshot);
    this.seq = snapshot.seq;
    this.role = snapshot.role;
    this.#replay();
  }

  /** Runs a command at once and keeps it for the server; a problem means nothing happened and nothing is sent. */
  submit<Name extends CommandName>(n: Name, a: CommandArgs<Name>, now: number): Result<Pending, Problem> {
    if (!can(this.role, commandOf(n).ability)) return no({ code: 'forbidden' });
    const outcome = runCommand(this.store, { name: n, args: a }, { actor: this.actor, now });
    if (!outcome.ok) return outcome;
    this.#last += 1;
    const pending: Applied = { i: this.#last, n, a, at: now, undo: outcome.value.undo };
    this.#pending.push(pending);
    return ok(pending);
  }

  /**
   * Applies committed commands in order. False means one is missing in between: the caller says hello again.
   * Those already known are passed over.
   */
  receive(batch: readonly Committed[]): boolean {
    const news = batch.filter(({ s }) => s > this.seq);
    if (news.length === 0) return true;
    if (news.some(({ s }, index) => s !== this.seq + 1 + index)) return false;
    this.#rebase(() => {
      for (const { s, c, i, p } of news) {
        for (const patch of p) this.store.apply(patch);
        this.seq = s;
        if (c === this.cid) this.#forget(i);
      }
    });
    return true;
  }

  /** Catches up by changed rows after a break; answers which of its commands were refused unheard. */
  catchUp(delta: DeltaFrame): readonly Lost[] {
    const lost = delta.refused.flatMap((refused) => this.#lostBy(refused));
    this.role = delta.role;
    this.#rebase(() => {
      for (const key of delta.gone) this.store.apply([key, null]);
      for (const [table, rows] of Object.entries(delta.rows)) {
        for (const row of rows) this.store.apply([keyOf(table, row.id), row as unknown as Fields]);
      }
      this.seq = Math.max(this.seq, delta.seq);
      this.#forget(delta.ack);
      this.#last = Math.max(this.#last, delta.ack);
    });
    return lost;
  }

  /** Takes in a whole row that was fetched by itself, unless this copy has it already. */
  learn(patch: Patch): void {
    this.#rebase(() => {
      const undo = this.store.apply(patch);
      const wasThere = undo !== null && undo[1] !== null;
      if (wasThere) this.store.apply(undo);
    });
  }

  /** Takes back a refused command. */
  refuse(refused: Refused): readonly Lost[] {
    const lost = this.#lostBy(refused);
    this.#rebase(() => {
      this.#pending = this.#pending.filter(({ i }) => i !== refused.i);
    });
    return lost;
  }

  #lostBy({ i, code, info }: Refused): readonly Lost[] {
    const pending = this.#pending.find((one) => one.i === i);
    return pending === undefined ? [] : [{ pending, problem: info === undefined ? { code } : { code, info } }];
  }

  #rebase(news: () => void): void {
    for (const pending of this.#pending.toReversed()) {
      for (const patch of pending.undo) this.store.apply(patch);
    }
    news();
    this.#replay();
  }

  /** A command that no longer works here stays pending without effect: only the server decides it. */
  #replay(): void {
    for (const pending of this.#pending) {
      const outcome = runCommand(
        this.store,
        { name: pending.n, args: pending.a },
        { actor: this.actor, now: pending.at },
      );
      pending.undo = outcome.ok ? outcome.value.undo : [];
    }
  }

  #forget(upTo: number): void {
    this.#pending = this.#pending.filter(({ i }) => i > upTo);
  }
}
