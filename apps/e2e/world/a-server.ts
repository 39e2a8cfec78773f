import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  /** Ends it as a power cut would; its data stays. */
  kill9(): Promise<void>;
  /** Starts it again on the same data and the same port. */
  restart(): Promise<void>;
  /** Stops it in good order and takes its data away; throws when it didn't end well. */
  stop(): Promise<void>;
}

export interface ServerOptions {
  /** Environment variables over the usual ones, such as DATABASE_URL. */
  readonly env?: Readonly<Record<string, string>>;
}

const ROOT = resolve(import.meta.dirname, '../../..');
const MAIN = join(ROOT, 'apps/server/src/main.ts');
const START_WITHIN_MS = 20_000;

/** The real server as a process of its own, on a free port, with data of its own. */
export async function aServer({ env = {} }: ServerOptions = {}): Promise<TestServer> {
  const dataDir = mkdtempSync(join(tmpdir(), 'talka-journey-'));
  const port = await freePort();
  const settings = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', REQUESTS_PER_MINUTE: '100000', ...env };
  let running = await start(settings);
  return {
    url: `http://localhost:${port}`,
    dataDir,
    kill9: () => running.end('SIGKILL'),
    async restart() {
      running = await start(settings);
    },
    async stop() {
      await running.end('SIGTERM');
      rmSync(dataDir, { recursive: true, force: true });
      if (running.process.exitCode !== 0 && running.process.signalCode !== 'SIGKILL')
        throw new Error(`the server ended with ${running.process.exitCode}:\n${running.said()}`);
    },
  };
}

interface Running {
  readonly process: ChildProcess;
  said(): string;
  end(signal: NodeJS.Signals): Promise<void>;
}

async function start(settings: Readonly<Record<string, string>>): Promise<Running> {
  const { NODE_OPTIONS: _, ...own } = process.env;
  const child = spawn(process.execPath, [MAIN], { env: { ...own, ...settings }, stdio: ['ignore', 'pipe', 'pipe'] });
  const words: string[] = [];
  child.stderr.on('data', (chunk: Buffer) => words.push(chunk.toString()));
  const said = (): string => words.join('');
  const running: Running = {
    process: child,
    said,
    async end(signal) {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill(signal);
      await once(child, 'exit');
    },
  };
  await new Promise<void>((ready, fail) => {
    const tooLong = setTimeout(() => fail(new Error(`the server didn't start in time:\n${said()}`)), START_WITHIN_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      words.push(chunk.toString());
      if (said().includes('Talka runs at')) ready();
    });
    child.once('exit', (code) => fail(new Error(`the server ended at once with ${code}:\n${said()}`)));
    child.once('exit', () => clearTimeout(tooLong));
    child.stdout.once('data', () => clearTimeout(tooLong));
  });
  return running;
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port is free');
  return address.port;
}
