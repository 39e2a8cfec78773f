import { can, members, type Role } from '@talka/domain/boards';
import { must, type HistoryEvent, type Row, type Store, type UserId } from '@talka/domain/kernel';
import { descriptions } from '@talka/domain/tasks';
import { BOARD_TABLES, commandOf, runCommand, SCHEMA_VERSION, snapshotTables } from '@talka/domain/wire';
import type {
  ClientFrame,
  CommandArgs,
  CommandFrame,
  CommandName,
  Committed,
  DeltaFrame,
  HelloFrame,
  Refused,
  ServerFrame,
  Snapshot,
} from '@talka/domain/wire';
import type { TestSocket } from '../../app/testing/test-socket.ts';
import { BOARD_ID, MADE_AT, storeOfPlan, type BoardPlan } from './board-rows.ts';
import { TEAM, type Someone } from './people.ts';

interface Told extends HistoryEvent {
  readonly actor: UserId;
  readonly seq: number;
}

interface Client {
  last: number;
  readonly refused: Refused[];
}

/** One board's server in memory, for one person's page: decides with the same commands, answers the same frames. */
export class BoardServer {
  readonly store: Store;
  readonly me: Someone;
  readonly log: Committed[] = [];
  readonly history: Told[] = [];
  /** Frames the page sent, of whatever socket, oldest first. */
  readonly heard: ClientFrame[] = [];
  /** A network on which frames to the page wait until `resume`. */
  #isHeld = false;
  #held: ServerFrame[] = [];
  #seated: { readonly socket: TestSocket; readonly cid: string } | null = null;
  readonly #clients = new Map<string, Client>();

  constructor(plan: BoardPlan, me: Someone) {
    this.store = storeOfPlan(plan);
    this.me = me;
  }

  get role(): Role | null {
    return this.store.get(members, this.me.id)?.role ?? null;
  }

  snapshot(): Snapshot {
    const tables = snapshotTables(this.store);
    return { schema: SCHEMA_VERSION, seq: this.log.length, role: this.role ?? 'visitor', tables };
  }

  /** Answers on this socket from now on. */
  answer(socket: TestSocket): void {
    socket.onSent = (frame) => {
      this.heard.push(frame);
      if (frame.t === 'hello') this.#hello(socket, frame);
      if (frame.t === 'm') this.#take(frame);
    };
  }

  /** Somebody else on the board does something. */
  act<Name extends CommandName>(who: Someone, name: Name, args: CommandArgs<Name>): void {
    const code = this.#commit({ c: `page of ${who.id}`, i: 0, u: who.id }, name, args);
    if (code !== null) throw new Error(`${name} was refused: ${code}`);
  }

  hold(): void {
    this.#isHeld = true;
  }

  resume(): void {
    this.#isHeld = false;
    for (const frame of this.#held.splice(0)) this.send(frame);
  }

  /** Frames that wait are lost, as with a cable pulled; later ones arrive. */
  drop(): void {
    this.#isHeld = false;
    this.#held = [];
  }

  get seatedSocket(): TestSocket {
    return must(this.#seated, 'a page that has said hello').socket;
  }

  /** Tells the page where it stands, as the server does when a role changes. */
  sendDelta(): void {
    const { cid } = must(this.#seated, 'a page that has said hello');
    this.send(this.#deltaFor(cid, this.log.length));
  }

  send(frame: ServerFrame): void {
    if (this.#isHeld) this.#held.push(frame);
    else this.#seated?.socket.deliver(frame);
  }

  commandsHeard(): readonly (readonly [string, unknown])[] {
    return this.heard.flatMap((frame) => (frame.t === 'm' ? [[frame.n, frame.a] as const] : []));
  }

  #hello(socket: TestSocket, { cid, since }: HelloFrame): void {
    this.#seated = { socket, cid };
    const delta = this.#deltaFor(cid, since);
    queueMicrotask(() => this.send(delta));
  }

  #take({ i, n, a }: CommandFrame): void {
    const seat = this.#seated;
    if (seat === null) return;
    const client = this.#clientOf(seat.cid);
    if (i !== client.last + 1) return;
    client.last = i;
    const code = this.#commit({ c: seat.cid, i, u: this.me.id }, n, a);
    if (code === null) return;
    client.refused.push({ i, code });
    queueMicrotask(() => this.send({ t: 'x', board: BOARD_ID, c: seat.cid, i, code }));
  }

  /** The code of the refusal, or null. */
  #commit(by: Pick<Committed, 'c' | 'i'> & { readonly u: UserId }, name: CommandName, args: unknown): string | null {
    const role = this.store.get(members, by.u)?.role ?? null;
    if (!can(role, commandOf(name).ability)) return 'forbidden';
    const outcome = runCommand(this.store, { name, args }, { actor: by.u, now: MADE_AT });
    if (!outcome.ok) return outcome.problem.code;
    const committed: Committed = { ...by, s: this.log.length + 1, p: outcome.value.patches };
    this.log.push(committed);
    for (const event of outcome.value.events) this.history.push({ ...event, actor: by.u, seq: committed.s });
    queueMicrotask(() => this.send({ t: 'p', board: BOARD_ID, b: [committed] }));
    return null;
  }

  #deltaFor(cid: string, since: number): DeltaFrame {
    const keys = new Set(this.log.slice(since).flatMap(({ p }) => p.map(([key]) => key)));
    const rows: Record<string, readonly Row[]> = {};
    const gone = new Set(keys);
    for (const table of BOARD_TABLES) {
      const changed = [...this.store.rows<Row>(table)].filter(({ id }) => keys.has(`${table.name}/${id}`));
      if (changed.length > 0) rows[table.name] = changed;
      for (const { id } of changed) gone.delete(`${table.name}/${id}`);
    }
    const { last, refused } = this.#clientOf(cid);
    const ends = { from: since, seq: this.log.length, ack: last };
    return { t: 'delta', board: BOARD_ID, ...ends, refused, role: this.role ?? 'visitor', rows, gone: [...gone] };
  }

  #clientOf(cid: string): Client {
    const client = this.#clients.get(cid) ?? { last: 0, refused: [] };
    this.#clients.set(cid, client);
    return client;
  }

  /** What opening a task fetches. */
  detailOf(taskId: string): unknown {
    const lines = this.history.filter((told) => told.taskId === taskId);
    return {
      seq: this.log.length,
      description: this.store.get(descriptions, taskId)?.text ?? '',
      history: lines.map(({ actor, seq, kind, data }, part) => ({
        ...{ seq, part, at: MADE_AT, actorId: actor, taskId, kind, data },
        actorName: TEAM.find(({ id }) => id === actor)?.name ?? '',
      })),
    };
  }
}
