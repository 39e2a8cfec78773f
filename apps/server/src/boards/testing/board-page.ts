import type { BoardId } from '@talka/domain/kernel';
import { boardStore, Replica } from '@talka/domain/wire';
import type { CommandArgs, CommandName, Lost, ServerFrame } from '@talka/domain/wire';
import type { LiveClient } from './live-client.ts';
import { newId } from './new-id.ts';
import type { TestPerson } from './test-person.ts';

/** A board as a browser page has it open: its own copy, kept live over a real socket. */
export class BoardPage {
  readonly person: TestPerson;
  readonly boardId: BoardId;
  readonly replica: Replica;
  readonly lost: Lost[] = [];
  /** Each of this page's commands that came back as committed, by its counter. */
  readonly acknowledged: number[] = [];
  #client: LiveClient | null = null;
  #isJoined = false;

  constructor(person: TestPerson, boardId: BoardId) {
    this.person = person;
    this.boardId = boardId;
    this.replica = new Replica(boardStore(), { cid: newId(), actor: person.id });
  }

  /** Loads the board and joins it. */
  static async open(person: TestPerson, boardId: BoardId): Promise<BoardPage> {
    const page = new BoardPage(person, boardId);
    page.replica.load(await person.snapshot(boardId));
    await page.connect();
    return page;
  }

  get client(): LiveClient {
    if (this.#client === null) throw new Error('not connected');
    return this.#client;
  }

  get isConnected(): boolean {
    return this.#client !== null;
  }

  async connect(): Promise<void> {
    const client = await this.person.live();
    this.#client = client;
    client.listen((frame) => this.#receive(frame));
    this.#hello();
    await client.next('delta');
  }

  /** Runs a command here at once and sends it. */
  run<Name extends CommandName>(n: Name, a: CommandArgs<Name>): void {
    const answer = this.replica.submit(n, a, Date.now());
    if (!answer.ok) throw new Error(`${n} is refused here: ${answer.problem.code}`);
    if (this.#isJoined) this.client.command(this.boardId, answer.value.i, n, a);
  }

  /** Says hello once more, as a browser does some time after an error. */
  again(): void {
    this.#hello();
  }

  /** Loses the connection without a word. */
  async break(): Promise<void> {
    this.#isJoined = false;
    const { client } = this;
    this.#client = null;
    await client.cut();
  }

  /** Waits until the server has decided all that this page sent, and this page has caught up with `seq`. */
  async settled(seq = 0): Promise<void> {
    const deadline = performance.now() + 10_000;
    while (this.replica.pending.length > 0 || this.replica.seq < seq) {
      if (performance.now() > deadline)
        throw new Error(`${this.replica.pending.length} pending at ${this.replica.seq}`);
      await new Promise((resolve) => setTimeout(resolve, 2));
    }
  }

  #hello(): void {
    this.#isJoined = false;
    this.client.hello(this.boardId, { cid: this.replica.cid, since: this.replica.seq });
  }

  #receive(frame: ServerFrame): void {
    if (frame.t === 'delta') {
      this.lost.push(...this.replica.catchUp(frame));
      this.#isJoined = true;
      for (const { i, n, a } of this.replica.pending) this.client.command(this.boardId, i, n, a);
    }
    if (frame.t === 'error') this.#isJoined = false;
    if (frame.t === 'x') this.lost.push(...this.replica.refuse(frame));
    if (frame.t !== 'p' || !this.#isJoined) return;
    for (const { c, i } of frame.b) if (c === this.replica.cid) this.acknowledged.push(i);
    if (!this.replica.receive(frame.b)) this.#hello();
  }
}
