import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pino } from 'pino';
import { SMTPServer } from 'smtp-server';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { createTestClock, type TestClock } from '../clock/testing.ts';
import type { Database } from '../database/database.ts';
import { describeOnEachEngine } from '../database/testing.ts';
import { createIds } from '../ids/ids.ts';
import { createJobs, type Jobs } from '../jobs/index.ts';
import { createMail, type Letter, type Mail, mailLayout } from './index.ts';

const FROM = 'Talka <talka@example.com>';
const letter: Letter = {
  to: 'mara@example.com',
  subject: 'Reset your password',
  ...mailLayout({ language: 'en', paragraphs: ['Hello Mära'], action: { label: 'Go', url: 'http://localhost/r#abc' } }),
};

describeOnEachEngine('mail', (openTestDatabase) => {
  let database: Database;
  let dataDir: string;
  let lines: Record<string, unknown>[];
  let clock: TestClock;
  let jobs: Jobs;
  const servers: SMTPServer[] = [];

  beforeEach(async () => {
    database = await openTestDatabase();
    dataDir = await mkdtemp(join(tmpdir(), 'talka-mail-'));
    lines = [];
    clock = createTestClock();
  });

  afterEach(async () => {
    await jobs.stop();
    for (const server of servers.splice(0)) await new Promise<void>((resolve) => server.close(resolve));
    await rm(dataDir, { recursive: true });
  });

  function openMail(smtpUrl: string | null): Mail {
    const log = pino({ level: 'info' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const settings = { pollMs: 10 };
    jobs = createJobs({ database, clock, ids: createIds(clock), log, chance: () => 1, settings });
    const mail = createMail({ config: { smtpUrl, mailFrom: FROM, dataDir }, jobs, log });
    jobs.start();
    return mail;
  }

  async function aMailServer(refusals = 0): Promise<{ url: string; taken: string[]; receivers: string[] }> {
    const taken: string[] = [];
    const receivers: string[] = [];
    let left = refusals;
    const server = new SMTPServer({
      authOptional: true,
      disabledCommands: ['STARTTLS'],
      onRcptTo(address, _, done) {
        receivers.push(address.address);
        done();
      },
      onData(stream, _, done) {
        const chunks: Buffer[] = [];
        stream.on('data', (chunk: Buffer) => chunks.push(chunk));
        stream.on('end', () => {
          if (left-- > 0) return done(Object.assign(new Error('try later'), { responseCode: 451 }));
          taken.push(Buffer.concat(chunks).toString());
          done();
        });
      },
    });
    servers.push(server);
    await new Promise<void>((resolve) => void server.listen(0, '127.0.0.1', () => resolve()));
    const address = server.server.address();
    const port = typeof address === 'object' ? address?.port : 0;
    return { url: `smtp://127.0.0.1:${port}`, taken, receivers };
  }

  it('reaches a mail server', async () => {
    const { url, taken, receivers } = await aMailServer();
    const mail = openMail(url);
    expect(mail.reachesPeople).toBe(true);
    await database.transaction((tx) => mail.send(tx, letter));
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(receivers).toEqual(['mara@example.com']);
    expect(taken[0]).toMatch(
      /^From: Talka <talka@example.com>\r\nTo: mara@example.com\r\nSubject: Reset your password/m,
    );
    expect(taken[0]).toMatch(/Auto-Submitted: auto-generated/);
    expect(taken[0]).toMatch(/multipart\/alternative/);
    await vi.waitFor(async () => expect(await jobs.counts()).toEqual({ waiting: 0, dead: 0 }));
  });

  it('is tried again, as the same message, when the server takes it later', async () => {
    const { url, taken } = await aMailServer(1);
    const mail = openMail(url);
    await database.transaction((tx) => mail.send(tx, letter));
    await vi.waitFor(() => expect(lines.at(-1)?.['msg']).toBe('jobs: a job failed and will be tried again'));
    expect(taken).toEqual([]);
    clock.advance(5_000);
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0]).toMatch(/Message-ID: <[0-9a-f-]{36}@example.com>/);
  });

  it('is not sent for a change that fails', async () => {
    const { url, taken } = await aMailServer();
    const mail = openMail(url);
    const change = database.transaction(async (tx) => {
      await mail.send(tx, letter);
      throw new Error('no');
    });
    await expect(change).rejects.toThrow('no');
    await new Promise((resolve) => setTimeout(resolve, 80));
    expect(taken).toEqual([]);
  });

  it('is kept as a whole file without a mail server, and the log shows its link', async () => {
    const mail = openMail(null);
    expect(mail.reachesPeople).toBe(false);
    await database.transaction((tx) => mail.send(tx, letter));
    await vi.waitFor(() => expect(lines).toHaveLength(1));
    const [name = ''] = await readdir(join(dataDir, 'outbox'));
    expect(name).toMatch(/^[0-9a-f-]{36}\.eml$/);
    const path = join(dataDir, 'outbox', name);
    expect(await readFile(path, 'utf8')).toMatch(/Subject: Reset your password/);
    expect((await stat(path)).mode & 0o077).toBe(0);
    const kept = { path, subject: letter.subject, link: 'http://localhost/r#abc', msg: 'mail: kept in the outbox' };
    expect(lines[0]).toMatchObject(kept);
  });

  it('lets no subject add a header and no address a receiver', async () => {
    const { url, taken, receivers } = await aMailServer();
    const mail = openMail(url);
    await database.transaction((tx) =>
      mail.send(tx, { ...letter, subject: 'Hi\r\nBcc: other@example.com\r\n\r\nBody' }),
    );
    await vi.waitFor(() => expect(taken).toHaveLength(1));
    expect(taken[0]).not.toMatch(/^Bcc:/m);
    expect(receivers).toEqual(['mara@example.com']);
    const forged = { ...letter, to: 'mara@example.com\r\nRCPT TO:<other@example.com>' };
    await expect(database.transaction((tx) => mail.send(tx, forged))).rejects.toThrow();
  });
});
