import { NOW } from '../../boards/testing.ts';
import type { Store, UserId } from '../../kernel/index.ts';
import { boardStore, SCHEMA_VERSION } from '../index.ts';
import type { ClientFrame, CommandArguments, CommandCall, CommandName, Lost, Replica, ServerFrame } from '../index.ts';
import type { Link } from './sim-link.ts';
import { openLink, readDown } from './sim-link.ts';
import type { SimServer } from './sim-server.ts';

export type MakeReplica = (store: Store, identity: { readonly cid: string; readonly actor: UserId }) => Replica;

/** One open page: does with its replica what the web's board session does, over links that break. */
export class SimClient {
  readonly replica: Replica;
  readonly userId: UserId;
  readonly lost: Lost[] = [];
  /** Counters of the commands that were sent or are to be. */
  readonly submitted: number[] = [];
  /** The deltas it got, for those who judge them. */
  readonly deltas: Extract<ServerFrame, { t: 'delta' }>[] = [];
  link: Link | null = null;
  /** A connection this page has given up, but the server hasn't. */
  ghost: Link | null = null;
  isJoined = false;
  isLoaded = false;
  readonly #server: SimServer;

  constructor(server: SimServer, who: { readonly cid: string; readonly userId: UserId }, make: MakeReplica) {
    this.#server = server;
    this.userId = who.userId;
    this.replica = make(boardStore(), { cid: who.cid, actor: who.userId });
    this.load();
  }

  /** Fetches the whole board, if the server gives it. */
  load(): void {
    const role = this.#server.roleOf(this.userId);
    if (role === null) return;
    this.replica.load(this.#server.snapshotFor(role));
    this.isLoaded = true;
  }

  join(): void {
    this.link ??= openLink();
    if (!this.isLoaded) this.load();
    this.isJoined = false;
    if (!this.isLoaded) return;
    const { cid, seq } = this.replica;
    this.#send({ t: 'hello', board: 'board', cid, since: seq, schema: SCHEMA_VERSION });
  }

  /** The connection breaks; what was under way may still reach the server later. */
  cut(): void {
    if (this.link === null) return;
    if (this.ghost !== null) this.#server.leave(this.ghost);
    this.ghost = this.link;
    this.link = null;
    this.isJoined = false;
  }

  act({ name, args }: CommandCall): void {
    if (!this.isLoaded) return;
    const [n, a] = [name as CommandName, args as CommandArguments[CommandName]];
    const answer = this.replica.submit(n, a, NOW - 5_000);
    if (!answer.ok) return;
    const { i } = answer.value;
    this.submitted.push(i);
    if (this.isJoined) this.#send({ t: 'm', board: 'board', i, n, a });
  }

  receive(count: number): void {
    for (let taken = 0; taken < count && this.link !== null; taken += 1) {
      const frame = readDown(this.link);
      if (frame === null) return;
      this.#apply(frame);
    }
  }

  #apply(frame: ServerFrame): void {
    switch (frame.t) {
      case 'delta':
        this.deltas.push(frame);
        this.lost.push(...this.replica.catchUp(frame));
        if (!this.isLoaded) return;
        this.isJoined = true;
        for (const { i, n, a } of this.replica.pending) this.#send({ t: 'm', board: 'board', i, n, a });
        return;
      case 'p':
        if (this.isJoined && !this.replica.receive(frame.b)) this.join();
        return;
      case 'x':
        this.lost.push(...this.replica.refuse(frame));
        return;
      case 'revoked':
        this.isJoined = false;
        this.isLoaded = false;
        this.replica.clear();
        return;
      case 'reload':
      case 'error':
        this.isJoined = false;
        break;
      case 'pres': // nobody is shown in a simulation
    }
  }

  #send(frame: ClientFrame): void {
    this.link?.up.push(JSON.stringify(frame));
  }
}
