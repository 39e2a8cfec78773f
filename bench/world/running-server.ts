import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as sleep } from 'node:timers/promises';
import { root } from '../../tools/root.ts';
import { say } from '../say.ts';

/** The real server as a process of its own, on a free port of loopback. */
export interface RunningServer {
  readonly url: string;
  /** From spawning to the first good answer of /readyz, milliseconds. */
  readonly bootMs: number;
  /** Memory the system has given it, megabytes. */
  residentMb(): number;
  stop(): Promise<void>;
}

const START_WITHIN_MS = 20_000;
const OUTPUT_KEPT = 10_000;
const MAIN = join(root, 'apps/server/src/main.ts');

/** A data folder that goes away with the bench. */
export interface DataFolder extends Disposable {
  readonly path: string;
}

export function makeDataFolder(): DataFolder {
  const path = mkdtempSync(join(tmpdir(), 'talka-bench-'));
  return { path, [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }) };
}

/** @param flags for Node, as `--cpu-prof` */
export async function startServer(dataDir: string, flags: readonly string[] = serverFlags()): Promise<RunningServer> {
  const port = await freePort();
  const url = `http://127.0.0.1:${port}`;
  const spawnedAt = performance.now();
  const server = spawn(process.execPath, [...flags, MAIN], { cwd: root, env: environment(port, dataDir) });
  const output = kept(server.stdout, server.stderr);
  const ended = once(server, 'exit');
  try {
    await untilReady(url, () => server.exitCode);
  } catch (error) {
    server.kill('SIGKILL');
    say(output());
    throw error;
  }
  return {
    url,
    bootMs: performance.now() - spawnedAt,
    residentMb: () => residentMb(server.pid ?? 0),
    async stop() {
      server.kill('SIGTERM');
      await ended;
    },
  };
}

/** BENCH_NODE_FLAGS="--cpu-prof --cpu-prof-dir=/tmp/profiles" profiles what is measured. */
function serverFlags(): readonly string[] {
  return (process.env.BENCH_NODE_FLAGS ?? '').split(' ').filter((flag) => flag !== '');
}

/** All load comes from one address, which is what the general limit is there to stop. */
function environment(port: number, dataDir: string): NodeJS.ProcessEnv {
  const given = { PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', REQUESTS_PER_MINUTE: '10000000' };
  const { PATH = '', DATABASE_URL, TMPDIR } = process.env;
  return { PATH, ...given, ...(DATABASE_URL && { DATABASE_URL }), ...(TMPDIR && { TMPDIR }) };
}

/** What a server says is told only when it doesn't start. */
function kept(...streams: readonly Readable[]): () => string {
  let text = '';
  for (const stream of streams) {
    stream.setEncoding('utf8').on('data', (some: string) => {
      text = (text + some).slice(-OUTPUT_KEPT);
    });
  }
  return () => text;
}

async function untilReady(url: string, exitCode: () => number | null): Promise<void> {
  const deadline = performance.now() + START_WITHIN_MS;
  while (performance.now() < deadline) {
    if (exitCode() !== null) throw new Error(`the server ended with exit code ${exitCode() ?? ''}`);
    const isReady = await fetch(`${url}/readyz`).then(
      async (response) => (await response.text()) !== '' && response.ok,
      () => false,
    );
    if (isReady) return;
    await sleep(4);
  }
  throw new Error(`the server was not ready within ${START_WITHIN_MS / 1000} s`);
}

async function freePort(): Promise<number> {
  const probe = createServer().listen(0, '127.0.0.1');
  await once(probe, 'listening');
  const address = probe.address();
  probe.close();
  await once(probe, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port to listen at');
  return address.port;
}

/** Linux only: other systems answer 0, and the target then counts as not measured. */
function residentMb(pid: number): number {
  try {
    const kilobytes = /^VmRSS:\s+(\d+) kB$/m.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1];
    return Number(kilobytes ?? 0) / 1024;
  } catch {
    return 0;
  }
}
