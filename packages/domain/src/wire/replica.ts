import { boards, can, members } from '../boards/index.ts';
import type { Ability, Role } from '../boards/index.ts';
import { keyOf, must, no, ok } from '../kernel/index.ts';
import type { Fields, Guard, Patch, Problem, Result, Store, UserId } from '../kernel/index.ts';
import { commandOf } from './commands.ts';
import type { CommandArgs, CommandName } from './commands.ts';
import type { Committed, DeltaFrame, Refused } from './frames.ts';
import { runCommand } from './run-command.ts';
import type { Snapshot } from './snapshot.ts';
import { loadSnapshot, snapshotTables } from './snapshot.ts';

/** A command of this person that the server has not decided yet. */
export interface Pending {
  /** The client that made it: this one, or another tab or an earlier visit of the same person. */
  readonly c: string;
  /** Its counter there, from 1. */
  readonly i: number;
  readonly n: CommandName;
  readonly a: unknown;
  readonly g?: readonly Guard[] | undefined;
  /** When it was made, epoch milliseconds of this device. */
  readonly at: number;
}

interface Applied extends Pending {
  readonly isAdopted: boolean;
  undo: readonly Patch[];
}

/** A pending command that was decided against. */
export interface Lost {
  readonly pending: Pending;
  readonly problem: Problem;
}

/**
 * A browser's copy of a board: what the server said, with this person's undecided commands on top.
 * Whatever arrives, the undecided ones are taken back, the news applied, and the rest run again.
 */
export class Replica {
  readonly store: Store;
  readonly actor: UserId;
  role: Role | null = null;
  /** The last sequence number applied. */
  seq = 0;
  #cid: string;
  #last = 0;
  #pending: Applied[] = [];

  constructor(store: Store, identity: { readonly cid: string; readonly actor: UserId }) {
    this.store = store;
    this.#cid = identity.cid;
    this.actor = identity.actor;
  }

  /** The client under which commands made here are counted. */
  get cid(): string {
    return this.#cid;
  }

  get pending(): readonly Pending[] {
    return this.#pending;
  }

  /** Starts over from a snapshot; undecided commands stay and are run on it. */
  load(snapshot: Snapshot): void {
    this.restore(snapshot, (store) => loadSnapshot(store, snapshot));
  }

  /** Starts over from rows kept elsewhere, which `fill` puts into the empty store. */
  restore({ seq, role }: Pick<Snapshot, 'seq' | 'role'>, fill: (store: Store) => void): void {
    this.store.clear();
    fill(this.store);
    this.seq = seq;
    this.role = role;
    this.#replay();
  }

  /** The board as the server said it, as it travels; without the undecided commands. */
  snapshot(schema: number): Snapshot {
    const role = must(this.role, 'a loaded board');
    return { schema, seq: this.seq, role, tables: this.base(snapshotTables) };
  }

  /** What the server said, without the undecided commands, while `read` looks at it. */
  base<Value>(read: (store: Store) => Value): Value {
    this.#takeBack();
    try {
      return read(this.store);
    } finally {
      this.#replay();
    }
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
    const pending: Pending = { c: this.#cid, i: this.#last, n, a, g, at: now };
    this.#pending.push({ ...pending, isAdopted: false, undo: outcome.value.undo });
    return ok(pending);
  }

  /**
   * Takes over a command made elsewhere (another tab, an earlier visit); nothing when it is here already. One that was
   * spoiled where it was kept, or that this version doesn't know, has no effect here and is the server's to refuse.
   */
  adopt({ c, i, n, a, g, at }: Pending): void {
    if (this.#pending.some((one) => one.c === c && one.i === i)) return;
    const applied: Applied = { c, i, n, a, g, at, isAdopted: true, undo: [] };
    this.#pending.push(applied);
    this.#run(applied);
  }

  /**
   * Counts the undecided commands of one client anew under another, for when the server can't follow its counters;
   * returns them as they are now. What is made here from now on is counted there too, if it was counted under `from`.
   */
  reissue(from: string, to: string): readonly Pending[] {
    let last = 0;
    this.#pending = this.#pending.map((one) => {
      if (one.c !== from) return one;
      last += 1;
      return { ...one, c: to, i: last };
    });
    if (from === this.#cid) {
      this.#cid = to;
      this.#last = last;
    }
    return this.#pending.filter(({ c }) => c === to);
  }

  /** Gives up undecided commands, all or some, and answers them. */
  dismiss(which: (pending: Pending) => boolean = () => true): readonly Pending[] {
    const dismissed = this.#pending.filter((one) => which(one));
    this.#rebase(() => this.#settle((one) => dismissed.some(({ c, i }) => c === one.c && i === one.i)));
    return dismissed;
  }

  /**
   * Applies committed commands in order. False means one is missing in between: the caller says hello again.
   * Those already known are passed over. One of this person's commands in it settles only that: an earlier one that isn't in
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
        this.#settle((pending) => pending.c === c && pending.i === i);
      }
    });
    return true;
  }

  /**
   * Catches up by changed rows after a break; answers which commands of the client it answers were refused unheard. One that
   * doesn't follow on this copy is passed over, since a hello is still to be answered; of one older than this copy only
   * the answers count.
   */
  catchUp(delta: DeltaFrame): readonly Lost[] {
    if (delta.from > this.seq) return [];
    const client = delta.c ?? this.#cid;
    const lost = delta.refused.flatMap((refused) => this.#lostBy(refused, client));
    this.#rebase(() => {
      if (delta.seq >= this.seq) this.#takeIn(delta);
      this.#settle(({ c, i }) => c === client && i <= delta.ack);
      if (client === this.#cid) this.#last = Math.max(this.#last, delta.ack);
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

  /** Takes back a refused command, of this client where no other is named. */
  refuse(refused: Refused, client: string = this.#cid): readonly Lost[] {
    const lost = this.#lostBy(refused, client);
    this.#rebase(() => this.#settle(({ c, i }) => c === client && i === refused.i));
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

  #lostBy({ i, code, info }: Refused, client: string): readonly Lost[] {
    const pending = this.#pending.find((one) => one.c === client && one.i === i);
    return pending === undefined ? [] : [{ pending, problem: info === undefined ? { code } : { code, info } }];
  }

  #rebase(news: () => void): void {
    this.#takeBack();
    news();
    this.#replay();
  }

  #takeBack(): void {
    for (const pending of this.#pending.toReversed()) {
      for (const patch of pending.undo) this.store.apply(patch);
      pending.undo = [];
    }
  }

  #replay(): void {
    for (const pending of this.#pending) this.#run(pending);
  }

  /**
   * A command that doesn't work here (any more) stays pending without effect: only the server decides it. Without a
   * board, none does.
   */
  #run(pending: Applied): void {
    const { n, a, g, at } = pending;
    if (this.store.count(boards) === 0) return;
    try {
      const outcome = runCommand(this.store, { name: n, args: a, guards: g }, { actor: this.actor, now: at });
      pending.undo = outcome.ok ? outcome.value.undo : [];
    } catch (error) {
      if (!pending.isAdopted) throw error;
    }
  }

  #settle(isDecided: (pending: Pending) => boolean): void {
    this.#pending = this.#pending.filter((pending) => !isDecided(pending));
  }
}
