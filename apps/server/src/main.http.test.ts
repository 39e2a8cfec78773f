import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from 'vitest';

const MAIN = join(import.meta.dirname, 'main.ts');

interface Run {
  /** Kills are ours to send, so that no test leaves a server behind. */
  kill(signal: NodeJS.Signals): void;
  /** What it printed so far. */
  output(): string;
  /** Resolves with the address once it listens. */
  readonly url: Promise<string>;
  readonly exit: Promise<{ readonly code: number | null; readonly output: string }>;
}

function run(env: Record<string, string>, args: readonly string[] = []): Run {
  const child = spawn(process.execPath, [MAIN, ...args], { env: { PATH: process.env['PATH'] ?? '', ...env } });
  onTestFinished(() => void child.kill('SIGKILL'));
  let output = '';
  let foundUrl: (url: string) => void = () => {};
  const url = new Promise<string>((resolve) => (foundUrl = resolve));
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      const [, found] = /Talka runs at (http:\S+)/.exec(output) ?? [];
      if (found) foundUrl(found.replace('localhost', '127.0.0.1'));
    });
  }
  const exit = new Promise<{ code: number | null; output: string }>((resolve) => {
    child.once('close', (code) => resolve({ code, output }));
  });
  return { kill: (signal) => void child.kill(signal), output: () => output, url, exit };
}

describe('starting', () => {
  let dataDir: string;
  beforeEach(() => {
    dataDir = mkdtempSync(join(tmpdir(), 'talka-'));
  });
  afterEach(() => rmSync(dataDir, { recursive: true }));
  const free = () => ({ PORT: '0', DATA_DIR: dataDir });

  it('with --help lists the settings', async () => {
    const { code, output } = await run({}, ['--help']).exit;
    expect(code).toBe(0);
    for (const name of ['PORT', 'HOST', 'DATA_DIR', 'DATABASE_URL', 'REDIS_URL', 'BASE_URL', 'SMTP_URL']) {
      expect(output).toContain(`  ${name}\n`);
    }
  });

  it('with an unknown argument says so', async () => {
    const { code, output } = await run(free(), ['--prot=3000']).exit;
    expect({ code, output }).toEqual({
      code: 1,
      output: '"--prot=3000" is not understood. Use --help to see what is.\n',
    });
  });

  it('with wrong settings says each in a sentence', async () => {
    const { code, output } = await run({ PORT: 'http', SMTP_URL: 'mail' }).exit;
    expect(code).toBe(1);
    expect(output.trim().split('\n')).toEqual([
      'PORT is "http", but must be a whole number from 0 to 65535.',
      'SMTP_URL is "mail", but must be an address like smtps://user:password@host:465.',
    ]);
  });

  it('at a port in use says so', async () => {
    const other = createServer().listen(0, '127.0.0.1');
    onTestFinished(() => void other.close());
    await new Promise((resolve) => other.once('listening', resolve));
    const address = other.address();
    const port = typeof address === 'object' && address ? String(address.port) : '';
    const { code, output } = await run({ ...free(), PORT: port }).exit;
    expect(code).toBe(1);
    expect(output).toContain(`Port ${port} is already in use. Stop what uses it, or set PORT to another one.\n`);
    expect(output).not.toContain('    at ');
  });

  it('at an address this machine lacks says so', async () => {
    const { code, output } = await run({ ...free(), HOST: '203.0.113.9' }).exit;
    expect(code).toBe(1);
    expect(output).toContain('HOST is "203.0.113.9", but this machine has no such address.');
  });

  it('with a data folder that cannot be made says so', async () => {
    const file = join(dataDir, 'a-file');
    writeFileSync(file, '');
    const { code, output } = await run({ ...free(), DATA_DIR: join(file, 'data') }).exit;
    expect(code).toBe(1);
    expect(output).toContain(`The data folder ${join(file, 'data')} cannot be written`);
    expect(output).toContain('Set DATA_DIR to a folder that this user may write.');
  });

  it('with a file that is no database says so', async () => {
    writeFileSync(join(dataDir, 'talka.db'), 'x'.repeat(10_000));
    const { code, output } = await run(free()).exit;
    expect(code).toBe(1);
    expect(output).toContain(`The database file ${join(dataDir, 'talka.db')} cannot be opened`);
    expect(output).not.toContain('    at ');
  });

  it('with a database that cannot be reached says so, without its password', async () => {
    const { code, output } = await run({ ...free(), DATABASE_URL: 'postgres://u:hunter2@127.0.0.1:1/x' }).exit;
    expect(code).toBe(1);
    expect(output).toContain('The database postgres://u:***@127.0.0.1:1/x cannot be reached');
    expect(output).not.toContain('hunter2');
  });

  it('on data of a newer version refuses, and leaves the data as it was', async () => {
    const database = new DatabaseSync(join(dataDir, 'talka.db'));
    database.exec('create table schema_migrations (number integer primary key, name text, applied_at integer) strict');
    database.exec(`insert into schema_migrations values (9999, 'future', 0)`);
    const { code, output } = await run(free()).exit;
    expect(code).toBe(1);
    expect(output).toContain('This data was written by a newer Talka (schema 9999, this one knows ');
    const tables = database.prepare(`select name from sqlite_master where type = 'table'`).all();
    expect(tables.map((row) => row['name'])).toEqual(['schema_migrations']);
    database.close();
  });

  it('two on one new folder at the same moment is one too many', async () => {
    const both = [run(free()), run(free())];
    const { code, output } = await Promise.race(both.map((one) => one.exit));
    expect(code).toBe(1);
    expect(output).toContain(`Another Talka server is running on the data folder ${dataDir}. Stop it first`);
    expect(output).not.toContain('    at ');
    const url = await Promise.race(both.map((one) => one.url));
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
  });

  it('the first time tells where data lies and how to sign in first, and stops cleanly', async () => {
    const server = run(free());
    const url = await server.url;
    expect((await fetch(`${url}/healthz`)).status).toBe(200);
    expect((await fetch(`${url}/readyz`)).status).toBe(200);
    const startedAt = performance.now();
    server.kill('SIGTERM');
    const { code, output } = await server.exit;
    expect(code).toBe(0);
    expect(performance.now() - startedAt).toBeLessThan(10_000);
    expect(output).toContain(`Data lies in ${dataDir}.`);
    expect(output).toContain('sign up: the first person to sign up owns this server.');
    await expect(fetch(url)).rejects.toThrow();
  });

  it('a second time asks to sign in', async () => {
    const first = run(free());
    const url = await first.url;
    const body = JSON.stringify({ name: 'Ada', email: 'ada@example.com', password: 'correct horse battery' });
    const headers = { 'content-type': 'application/json' };
    expect((await fetch(`${url}/api/sign-up`, { method: 'POST', headers, body })).status).toBe(201);
    first.kill('SIGKILL');
    await first.exit;
    const second = run(free());
    await second.url;
    expect(second.output()).toContain('and sign in.');
    second.kill('SIGINT');
    expect((await second.exit).code).toBe(0);
  });
});
