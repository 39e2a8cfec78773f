import { boards, can, members } from '../boards/index.ts';
import type { Ability, Role } from '../boards/index.ts';
import { keyOf, no, ok } from '../kernel/index.ts';
import type { Fields, Guard, Patch, Problem, Result, Store, UserId } from '../kernel/index.ts';
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
  readonly g?: readonly Guard[] | undefined;
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

  /** Forgets the board, since it is hidden from this person now; undecided commands stay to be answered. */
  clear(): void {
    this.store.clear();
    this.seq = 0;
    this.role = null;
    for (const pending of this.#pending) pending.undo = [];
  }

  /** Runs a command at once and keeps it for the server; a problem means nothing happened and nothing is sent. */
  submit<Name extends CommandName>(
    n: Name,
    a: CommandArgs<Name>,
    now: number,
    g?: readonly Guard[],
  ): Result<Pending, Problem> {
    if (!this.#may(commandOf(n).ability)) return no({ code: 'forbidden' });
    const outcome = runCommand(this.store, { name: n, args: a, guards: g }, { actor: this.actor, now });
    if (!outcome.ok) return outcome;
    this.#last += 1;
    const pending: Applied = { i: this.#last, n, a, g, at: now, undo: outcome.value.undo };
    this.#pending.push(pending);
    return ok(pending);
  }

  /**
   * Applies committed commands in order. False means one is missing in between: the caller says hello again.
   * Those already known are passed over. One of its own commands in it settles only that: an earlier one that isn't in
   * it was refused, and the refusal is still to come.
   */
  receive(batch: readonly Committed[]): boolean {
    const news = batch.filter(({ s }) => s > this.seq);
    if (news.length === 0) return true;
    if (news.some(({ s }, index) => s !== this.seq + 1 + index)) return false;
    this.#rebase(() => {
      for (const { s, c, i, p } of news) {
        for (const patch of p) this.store.apply(patch);
        this.seq = s;
        if (c === this.cid) this.#settle((pending) => pending.i === i);
      }
    });
    return true;
  }

  /**
   * Catches up by changed rows after a break; answers which of its commands were refused unheard. One that
   * doesn't follow on this copy is passed over, since a hello is still to be answered; of one older than this copy only
   * the answers count.
   */
  catchUp(delta: DeltaFrame): readonly Lost[] {
    if (delta.from > this.seq) return [];
    const lost = delta.refused.flatMap((refused) => this.#lostBy(refused));
    this.#rebase(() => {
      if (delta.seq >= this.seq) this.#takeIn(delta);
      this.#settle(({ i }) => i <= delta.ack);
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
    this.#rebase(() => this.#settle(({ i }) => i === refused.i));
    return lost;
  }

  #takeIn({ seq, role, rows, gone }: DeltaFrame): void {
    for (const key of gone) this.store.apply([key, null]);
    for (const [table, some] of Object.entries(rows)) {
      for (const row of some) this.store.apply([keyOf(table, row.id), row as unknown as Fields]);
    }
    this.seq = seq;
    this.role = role;
  }

  /** A role on the board counts beside the account's, as it does on the server: the owner of both may leave the team. */
  #may(ability: Ability): boolean {
    return (
      can(this.role, ability) || (this.role !== null && can(this.store.get(members, this.actor)?.role ?? null, ability))
    );
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

  /**
   * A command that no longer works here stays pending without effect: only the server decides it. Without a board,
   * none does.
   */
  #replay(): void {
    const isHere = this.store.count(boards) > 0;
    for (const pending of isHere ? this.#pending : []) {
      const outcome = runCommand(
        this.store,
        { name: pending.n, args: pending.a, guards: pending.g },
        { actor: this.actor, now: pending.at },
      );
      pending.undo = outcome.ok ? outcome.value.undo : [];
    }
  }

  #settle(isDecided: (pending: Pending) => boolean): void {
    this.#pending = this.#pending.filter((pending) => !isDecided(pending));
  }
}
