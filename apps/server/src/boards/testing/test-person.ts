import { WebSocket } from 'ws';
import type { AccountId, BoardId, UserId } from '@talka/domain/kernel';
import type { Snapshot } from '@talka/domain/wire';
import { LiveClient } from './live-client.ts';
import { newId } from './new-id.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly text: string;
  // oxlint-disable-next-line typescript/no-explicit-any -- a test names the fields it expects
  readonly body: any;
}

export interface NewTestBoard {
  readonly id?: BoardId;
  readonly name?: string;
  readonly accountId?: AccountId;
  readonly stages?: readonly string[];
  readonly done?: string;
}

const PASSWORD = 'a long walk by the sea';

/** Somebody with a browser: keeps its cookie, sends requests, opens live sockets. */
export class TestPerson {
  readonly name: string;
  readonly email: string;
  readonly url: string;
  readonly #address: string;
  id = '' as UserId;
  accountId = '' as AccountId;
  cookie = '';

  constructor({ url, name, address }: { readonly url: string; readonly name: string; readonly address: string }) {
    this.url = url;
    this.name = name;
    this.email = `${name.toLowerCase()}@example.com`;
    this.#address = address;
  }

  async signUp(): Promise<void> {
    const answer = await this.send('POST', '/api/sign-up', { name: this.name, email: this.email, password: PASSWORD });
    if (answer.status !== 201) throw new Error(`${this.name} could not sign up: ${answer.text}`);
    this.#keepCookie(answer);
    const { body } = await this.send('GET', '/api/session');
    this.id = body.user.id;
    this.accountId = body.accounts[0].id;
  }

  /** The same person in a second browser. */
  async signInElsewhere(): Promise<TestPerson> {
    const other = new TestPerson({ url: this.url, name: this.name, address: this.#address });
    const answer = await other.send('POST', '/api/sign-in', { email: this.email, password: PASSWORD });
    other.#keepCookie(answer);
    other.id = this.id;
    other.accountId = this.accountId;
    return other;
  }

  async send(
    method: string,
    path: string,
    body?: unknown,
    headers: Readonly<Record<string, string>> = {},
  ): Promise<Answer> {
    const response = await fetch(this.url + path, {
      method,
      headers: {
        ...this.#headers(),
        ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    });
    const text = await response.text();
    return { status: response.status, headers: response.headers, text, body: parsed(text) };
  }

  /** Makes a board in one's own account and gives its id. */
  async makeBoard(board: NewTestBoard = {}): Promise<BoardId> {
    const id = board.id ?? newId<BoardId>();
    const asked = { name: 'Board', accountId: this.accountId, stages: ['To Do', 'Doing'], done: '', ...board, id };
    const answer = await this.send('POST', '/api/boards', asked);
    if (answer.status !== 201) throw new Error(`no board: ${answer.text}`);
    return id;
  }

  async invite(board: BoardId, email: string, role: string): Promise<Answer> {
    return this.send('POST', `/api/boards/${board}/invitations`, { email, role });
  }

  /** Sends a command over HTTP. */
  async command(board: string, n: string, a: unknown): Promise<Answer> {
    return this.send('POST', `/api/boards/${board}/commands`, { n, a });
  }

  async snapshot(board: string): Promise<Snapshot> {
    const { body, status, text } = await this.send('GET', `/api/boards/${board}/snapshot`);
    if (status !== 200) throw new Error(`no snapshot: ${text}`);
    return body;
  }

  /** Opens a live socket; ends with `end` or when the server stops. */
  async live(headers: Readonly<Record<string, string>> = {}): Promise<LiveClient> {
    const url = `${this.url.replace('http', 'ws')}/api/live`;
    const socket = new WebSocket(url, { headers: { ...this.#headers(), ...headers }, perMessageDeflate: false });
    return LiveClient.open(socket);
  }

  #headers(): Record<string, string> {
    return {
      origin: this.url,
      'x-forwarded-for': this.#address,
      ...(this.cookie === '' ? {} : { cookie: this.cookie }),
    };
  }

  #keepCookie({ headers }: Answer): void {
    this.cookie = headers
      .getSetCookie()
      .map((line) => line.split(';', 1)[0])
      .join('; ');
  }
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return null;
  }
}
