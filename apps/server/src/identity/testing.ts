import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { onTestFinished, vi } from 'vitest';
import { createAccounts } from '../accounts/index.ts';
import { createTestClock, type TestClock } from '../platform/clock/testing.ts';
import type { Database } from '../platform/database/database.ts';
import { startTestHttp } from '../platform/http/testing.ts';
import { createIds } from '../platform/ids/ids.ts';
import { createJobs } from '../platform/jobs/index.ts';
import { createMail } from '../platform/mail/index.ts';
import { createIdentity, identityRoutes, type Identity } from './index.ts';

/** A real server with sign-in, on a free port; all of it is gone when the test ends. */
export interface IdentityServer {
  readonly identity: Identity;
  readonly database: Database;
  readonly clock: TestClock;
  /** How long strangers were made to wait, in ms. */
  readonly waits: readonly number[];
  /** The ids of sessions that were announced as ended. */
  readonly ended: readonly string[];
  /** The mails sent so far. */
  readonly mails: readonly TakenMail[];
  /** Waits for the number of mails and gives the last. */
  mail(count: number): Promise<TakenMail>;
  /** A browser of its own, at an address. */
  browser(address?: string): Browser;
}

export interface TakenMail {
  readonly to: string;
  readonly content: string;
  /** The secret in its link; '' when it has none. */
  readonly token: string;
}

export interface Browser {
  readonly cookies: Map<string, string>;
  send(method: string, path: string, body?: unknown): Promise<Answer>;
}

export interface Answer {
  readonly status: number;
  readonly headers: Headers;
  readonly body: Readonly<Record<string, unknown>>;
  readonly text: string;
}

export const PASSWORD = 'a long walk by the sea';

export function aForm(name = 'mara') {
  return { name, email: `${name}@example.com`, password: PASSWORD };
}

export async function startIdentity(
  database: Database,
  options: { readonly withMail?: boolean; readonly baseUrl?: string } = {},
): Promise<IdentityServer> {
  const clock = createTestClock();
  const ids = createIds(clock);
  const log = pino({ enabled: false });
  const mails: TakenMail[] = [];
  const smtpUrl = options.withMail ? await startMailServer(mails) : null;
  const dataDir = await mkdtemp(join(tmpdir(), 'talka-identity-'));
  onTestFinished(() => rm(dataDir, { recursive: true, force: true }));
  const jobs = createJobs({ database, clock, ids, log, chance: () => 1, settings: { pollMs: 10 } });
  onTestFinished(() => jobs.stop());
  const mail = createMail({ config: { smtpUrl, mailFrom: 'talka@example.com', dataDir }, jobs, log });
  const baseUrl = options.baseUrl ?? 'http://localhost:3000';
  const waits: number[] = [];
  const sleep = async (ms: number) => void waits.push(ms);
  const accounts = createAccounts({ database, clock, ids });
  const identity = createIdentity({ config: { baseUrl }, database, clock, ids, log, jobs, mail, accounts, sleep });
  const ended: string[] = [];
  identity.onSessionEnded((id) => ended.push(id));
  jobs.start();
  const http = await startTestHttp({
    config: { baseUrl, trustProxy: ['127.0.0.1'] },
    readSession: identity.readSession,
    routes: (app) => identityRoutes(app, identity),
  });
  return {
    identity,
    database,
    clock,
    waits,
    ended,
    mails,
    mail: (count) => vi.waitFor(() => mailNumber(mails, count)),
    browser: (address = '192.0.2.1') => createBrowser(http.url, address),
  };
}

function mailNumber(mails: readonly TakenMail[], count: number): TakenMail {
  const mail = mails[count - 1];
  if (!mail) throw new Error(`only ${mails.length} of ${count} mails`);
  return mail;
}

async function startMailServer(mails: TakenMail[]): Promise<string> {
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ['STARTTLS'],
    onData(stream, session, done) {
      const chunks: Buffer[] = [];
      stream.on('data', (chunk: Buffer) => chunks.push(chunk));
      stream.on('end', () => {
        mails.push(takenMail(session.envelope.rcptTo[0]?.address ?? '', Buffer.concat(chunks).toString()));
        done();
      });
    },
  });
  await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
  onTestFinished(() => new Promise<void>((resolve) => server.close(() => resolve())));
  const address = server.server.address();
  return `smtp://127.0.0.1:${typeof address === 'object' ? address?.port : 0}`;
}

/** Undoes the soft line breaks of quoted-printable, which may fall into the link. */
function takenMail(to: string, raw: string): TakenMail {
  const content = raw.replace(/=\r\n/g, '').replace(/=3D/g, '=');
  return { to, content, token: /#([A-Za-z0-9_-]{43})/.exec(content)?.[1] ?? '' };
}

function createBrowser(url: string, address: string): Browser {
  const cookies = new Map<string, string>();
  return {
    cookies,
    async send(method, path, body) {
      const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const response = await fetch(url + path, {
        method,
        headers: {
          origin: url,
          'x-forwarded-for': address,
          'user-agent': 'Mozilla/5.0 (X11; Linux x86_64; rv:130.0) Gecko/20100101 Firefox/130.0',
          ...(cookie === '' ? {} : { cookie }),
          ...(body === undefined ? {} : { 'content-type': 'application/json' }),
        },
        ...(body === undefined ? {} : { body: typeof body === 'string' ? body : JSON.stringify(body) }),
      });
      keepCookies(cookies, response.headers);
      return answerOf(response);
    },
  };
}

function keepCookies(cookies: Map<string, string>, headers: Headers): void {
  for (const line of headers.getSetCookie()) {
    const [, name = '', value = ''] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (value === '') cookies.delete(name);
    else cookies.set(name, value);
  }
}

async function answerOf(response: Response): Promise<Answer> {
  const text = await response.text();
  return { status: response.status, headers: response.headers, text, body: text === '' ? {} : JSON.parse(text) };
}
