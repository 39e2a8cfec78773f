import { can, members, roleOn } from '../../boards/index.ts';
import type { Role } from '../../boards/index.ts';
import { NOW } from '../../boards/testing.ts';
import { splitKey } from '../../kernel/index.ts';
import type { Patch, Problem, Store, UserId } from '../../kernel/index.ts';
import { commandOf, snapshotTables } from '../index.ts';
import type { CommandCall, Committed, DeltaFrame, HelloFrame, ServerFrame, Snapshot } from '../index.ts';
import type { ServerFault } from './faults.ts';
import { faulty } from './faults.ts';
import type { Link } from './sim-link.ts';
import { readUp } from './sim-link.ts';
import type { Mark } from './sim-sql.ts';
import { SimSql } from './sim-sql.ts';

/** How storing a batch goes; in a crash it is stored, but nobody hears of it. */
export type Fate = 'well' | 'fails' | 'crash';

export interface Seat {
  readonly cid: string;
  readonly userId: UserId;
}

export interface Request {
  readonly call: CommandCall;
  readonly actor: UserId;
  readonly from: { readonly link: Link; readonly cid: string; readonly i: number } | null;
}

interface Reading {
  readonly link: Link;
  readonly seat: Seat;
  readonly since: number;
}

type Decision = { readonly is: 'accepted' | 'repeated' } | { readonly is: 'refused'; readonly problem: Problem };

/** A batch until it is stored or taken back. */
interface Draft {
  readonly marks: Map<string, Mark>;
  readonly committed: Committed[];
  readonly undo: Patch[][];
}

/** The account's owner is on no board's team and may do everything. */
export const OWNER = 'olga' as UserId;

/** The server without its wires: decides, stores, broadcasts and catches up as the real one does, in one thread. */
export class SimServer {
  readonly sql: SimSql;
  readonly log: Committed[] = [];
  readonly refusals: { readonly cid: string; readonly i: number }[] = [];
  store: Store;
  readonly #seats = new Map<Link, Seat>();
  readonly #fault: ServerFault | null;
  #queue: (Request | Reading)[] = [];

  constructor(seed: Store, fault: ServerFault | null = null) {
    this.sql = new SimSql(seed);
    this.store = this.sql.memory();
    this.#fault = fault;
  }

  roleOf(userId: UserId): Role | null {
    return roleOn(this.store.get(members, userId)?.role ?? null, userId === OWNER ? 'owner' : null);
  }

  snapshotFor(role: Role): Snapshot {
    return JSON.parse(
      JSON.stringify({ schema: 1, seq: this.sql.seq, role, tables: snapshotTables(this.store) }),
    ) as Snapshot;
  }

  /** Takes the next frames of a connection in; they are worked off by `commit`. */
  read(link: Link, userId: UserId, count: number): void {
    for (let taken = 0; taken < count; taken += 1) {
      const frame = readUp(link);
      if (frame === null) return;
      if (frame.t === 'hello') this.#queue.push(this.#reading(link, userId, frame));
      if (frame.t === 'm') this.#take(link, { i: frame.i, call: { name: frame.n, args: frame.a } });
    }
  }

  submit(request: Request): void {
    this.#queue.push(request);
  }

  commit(fate: Fate): void {
    const queue = this.#queue;
    this.#queue = [];
    let batch: Request[] = [];
    for (const item of queue) {
      if ('call' in item) {
        batch.push(item);
        continue;
      }
      this.#flush(batch, fate);
      batch = [];
      if (fate !== 'crash') this.#admit(item);
    }
    this.#flush(batch, fate);
    if (fate === 'crash') this.#crash();
  }

  leave(link: Link): void {
    this.#seats.delete(link);
  }

  #crash(): void {
    this.#seats.clear();
    this.store = this.sql.memory();
  }

  #reading(link: Link, userId: UserId, { cid, since }: HelloFrame): Reading {
    return { link, seat: { cid, userId }, since };
  }

  #take(link: Link, { i, call }: { readonly i: number; readonly call: CommandCall }): void {
    const seat = this.#seats.get(link);
    if (seat === undefined) send(link, { t: 'error', code: 'not-joined' });
    else this.#queue.push({ call, actor: seat.userId, from: { link, cid: seat.cid, i } });
  }

  #flush(batch: readonly Request[], fate: Fate): void {
    if (batch.length === 0) return;
    const draft: Draft = { marks: new Map(this.sql.marks), committed: [], undo: [] };
    const decisions = batch.map((request) => [request, this.#decide(draft, request)] as const);
    if (fate === 'fails') return this.#takeBack(batch, draft);
    this.#store(draft);
    for (const [{ from }, decision] of decisions) {
      if (from !== null && decision.is === 'refused' && isFinal(decision.problem)) this.refusals.push(from);
    }
    if (fate === 'crash') return;
    this.#broadcast(draft.committed);
    for (const [{ from }, decision] of decisions) {
      if (from !== null && decision.is === 'refused') answer(from, decision.problem);
    }
  }

  #decide(draft: Draft, request: Request): Decision {
    const { from, actor } = request;
    if (from === null) return this.#run(draft, request);
    const mark = draft.marks.get(from.cid) ?? { userId: actor, last: 0, refused: [] };
    if (this.#fault !== 'no-duplicate-check') {
      if (from.i <= mark.last) return { is: 'repeated' };
      if (from.i !== mark.last + 1) return { is: 'refused', problem: { code: 'out-of-order' } };
    }
    const decision = this.#run(draft, request);
    const last = Math.max(mark.last, from.i);
    const refused = decision.is === 'refused' ? [...mark.refused, { i: from.i, ...decision.problem }] : mark.refused;
    draft.marks.set(from.cid, { ...mark, last, refused });
    return decision;
  }

  #run(draft: Draft, { call, actor, from }: Request): Decision {
    if (!this.#may(actor, call)) return { is: 'refused', problem: { code: 'forbidden' } };
    const outcome = faulty(this.#fault)(this.store, call, { actor, now: NOW + this.sql.seq });
    if (!outcome.ok) return { is: 'refused', problem: outcome.problem };
    const s = this.sql.seq + draft.committed.length + 1;
    draft.committed.push({ s, c: from?.cid ?? '', i: from?.i ?? 0, u: actor, p: outcome.value.patches });
    draft.undo.push([...outcome.value.undo]);
    return { is: 'accepted' };
  }

  #may(actor: UserId, { name }: CommandCall): boolean {
    const { ability } = commandOf(name);
    return can(this.store.get(members, actor)?.role ?? null, ability) || can(this.roleOf(actor), ability);
  }

  #store({ committed, marks }: Draft): void {
    this.sql.write(this.store, committed);
    for (const [cid, mark] of marks) this.sql.marks.set(cid, mark);
    for (const { p } of committed) {
      for (const [key] of p) if (splitKey(key).table === 'description') this.store.apply([key, null]);
    }
    this.log.push(...committed);
  }

  #takeBack(batch: readonly Request[], { undo }: Draft): void {
    if (this.#fault !== 'failed-batch-stays') {
      for (const patches of undo.toReversed()) for (const patch of patches) this.store.apply(patch);
    }
    for (const { from } of batch) if (from !== null) send(from.link, { t: 'error', code: 'unavailable' });
  }

  #broadcast(committed: readonly Committed[]): void {
    const [first] = committed;
    if (first === undefined) return;
    const changed = new Set(committed.flatMap(({ p }) => p.map(([key]) => key)));
    for (const [link, seat] of [...this.#seats]) {
      if (!changed.has(`member/${seat.userId}`)) send(link, { t: 'p', board: 'board', b: committed });
      else this.#admit({ link, seat, since: first.s - 1 });
    }
  }

  /** Seats a page and tells it what is new; somebody the board is hidden from hears only that. */
  #admit({ link, seat, since }: Reading): void {
    this.#seats.delete(link);
    const role = this.roleOf(seat.userId);
    if (role === null) return send(link, { t: 'revoked', board: 'board' });
    this.#seats.set(link, seat);
    send(link, this.#delta(seat, since, role));
  }

  #delta({ cid }: Seat, since: number, role: Role): DeltaFrame {
    const mark = this.#fault === 'no-ack-in-delta' ? undefined : this.sql.marks.get(cid);
    const from = this.#fault === 'delta-one-early' ? since - 1 : this.#fault === 'delta-one-late' ? since + 1 : since;
    const { rows, gone } = this.sql.since((rev) => rev > from);
    const { last: ack = 0, refused = [] } = mark ?? {};
    return { t: 'delta', board: 'board', from: since, seq: this.sql.seq, ack, refused, role, rows, gone };
  }
}

/** A command out of turn isn't decided: its sender says hello and sends it again. */
function isFinal({ code }: Problem): boolean {
  return code !== 'out-of-order';
}

function answer({ link, cid, i }: { link: Link; cid: string; i: number }, problem: Problem): void {
  if (isFinal(problem)) send(link, { t: 'x', board: 'board', c: cid, i, ...problem });
  else send(link, { t: 'error', code: problem.code });
}

function send(link: Link, frame: ServerFrame): void {
  link.down.push(JSON.stringify(frame));
}
