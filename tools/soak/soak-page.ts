import type { UserId } from '@talka/domain/kernel';
import { boardStore, Replica, SCHEMA_VERSION } from '@talka/domain/wire';
import type { ServerFrame, Snapshot } from '@talka/domain/wire';
import { WebSocket } from 'ws';
import { newId } from '../../bench/world/chance.ts';
import { digestOf } from './digest.ts';
import { randomDeed } from './random-deed.ts';

export interface Person {
  readonly userId: string;
  readonly cookie: string;
  readonly address: string;
  readonly board: string;
}

/** What a page saw, to be compared with what the database says. */
export interface PageReport {
  readonly board: string;
  readonly cid: string;
  readonly seq: number;
  readonly digest: string;
  /** Commands it ran, those that were refused, and those nobody answered. */
  readonly issued: number;
  readonly refused: number;
  readonly pending: number;
  readonly reconnects: number;
}

const RETRY_MS = 300;

/** One simulated person with a board open, over a network that breaks. */
export class SoakPage {
  readonly #url: string;
  readonly #person: Person;
  readonly #chance: () => number;
  readonly #replica: Replica;
  #socket: WebSocket | null = null;
  #isJoined = false;
  #isLoaded = false;
  #isEnding = false;
  #issued = 0;
  #refused = 0;
  #reconnects = 0;

  constructor(url: string, person: Person, chance: () => number) {
    this.#url = url;
    this.#person = person;
    this.#chance = chance;
    this.#replica = new Replica(boardStore(), { cid: newId(), actor: person.userId as UserId });
    this.#connect();
  }

  get isSettled(): boolean {
    return this.#isJoined && this.#replica.pending.length === 0;
  }

  get seq(): number {
    return this.#replica.seq;
  }

  get board(): string {
    return this.#person.board;
  }

  /** Does something; now and then the network plays a trick. */
  act(): void {
    if (!this.#isLoaded || this.#replica.pending.length > 50) return;
    const [n, a] = randomDeed(this.#replica.store, this.#chance);
    const answer = this.#replica.submit(n, a, Date.now());
    if (!answer.ok) return;
    this.#issued += 1;
    const { i } = answer.value;
    const frame = { t: 'm', board: this.#person.board, i, n, a };
    if (this.#isJoined) this.#send(frame);
    const dice = this.#chance();
    if (dice < 0.03 && this.#isJoined) this.#send(frame);
    if (dice > 0.99) this.#send({ t: 'pres', board: this.#person.board, at: null, doing: 'looking' });
    if (dice > 0.03 && dice < 0.05) this.#socket?.terminate();
  }

  report(): PageReport {
    return {
      board: this.#person.board,
      cid: this.#replica.cid,
      seq: this.#replica.seq,
      digest: digestOf(this.#replica.store),
      issued: this.#issued,
      refused: this.#refused,
      pending: this.#replica.pending.length,
      reconnects: this.#reconnects,
    };
  }

  end(): void {
    this.#isEnding = true;
    this.#socket?.terminate();
  }

  #connect(): void {
    const socket = new WebSocket(`${this.#url.replace('http', 'ws')}/api/live`, {
      headers: this.#headers(),
      perMessageDeflate: false,
      handshakeTimeout: 5_000,
    });
    this.#socket = socket;
    socket.on('error', () => {}); // a broken network is what this is about
    socket.on('open', () => void this.#begin());
    socket.on('message', (data: Buffer) => this.#receive(JSON.parse(data.toString('utf8')) as ServerFrame));
    socket.on('close', () => {
      this.#isJoined = false;
      this.#reconnects += 1;
      if (!this.#isEnding) setTimeout(() => this.#connect(), RETRY_MS * (0.5 + this.#chance()));
    });
  }

  async #begin(): Promise<void> {
    try {
      if (!this.#isLoaded) await this.#load();
      this.#hello();
    } catch {
      this.#socket?.terminate(); // the server went away meanwhile: begin again
    }
  }

  async #load(): Promise<void> {
    const path = `${this.#url}/api/boards/${this.#person.board}/snapshot`;
    const answer = await fetch(path, { headers: this.#headers(), signal: AbortSignal.timeout(10_000) });
    if (!answer.ok) throw new Error(`snapshot ${answer.status}`);
    this.#replica.load((await answer.json()) as Snapshot);
    this.#isLoaded = true;
  }

  #hello(): void {
    this.#isJoined = false;
    const { cid, seq } = this.#replica;
    this.#send({ t: 'hello', board: this.#person.board, cid, since: seq, schema: SCHEMA_VERSION });
  }

  #receive(frame: ServerFrame): void {
    if (frame.t === 'delta') {
      this.#refused += this.#replica.catchUp(frame).length;
      this.#isJoined = true;
      for (const { i, n, a } of this.#replica.pending) this.#send({ t: 'm', board: this.#person.board, i, n, a });
    }
    if (frame.t === 'x') this.#refused += this.#replica.refuse(frame).length;
    if (frame.t === 'p' && this.#isJoined && !this.#replica.receive(frame.b)) this.#hello();
    if (frame.t === 'error') setTimeout(() => this.#hello(), RETRY_MS);
    if (frame.t === 'reload') {
      this.#isJoined = false;
      this.#isLoaded = false;
      void this.#begin();
    }
  }

  #send(frame: unknown): void {
    if (this.#socket?.readyState === WebSocket.OPEN) this.#socket.send(JSON.stringify(frame));
  }

  #headers(): Record<string, string> {
    const { cookie, address } = this.#person;
    return { cookie, 'x-forwarded-for': address };
  }
}
