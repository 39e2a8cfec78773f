import { spawn } from 'node:child_process';
import type { ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { freePort } from '../cluster/free-port.ts';
import { answers } from '../test/answers.ts';

/** A Redis of the soak's own, so that stopping it harms nobody. */
export interface OwnRedis {
  readonly url: string;
  start(): Promise<void>;
  /** Without a word, as when its machine fails. */
  kill(): Promise<void>;
}

export async function createOwnRedis(): Promise<OwnRedis> {
  const port = await freePort();
  const url = `redis://127.0.0.1:${port}`;
  let child: ChildProcess | null = null;
  return {
    url,
    async start() {
      const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
      child = spawn('redis-server', args, { stdio: 'ignore' });
      const failed = once(child, 'error').then(([error]) => {
        throw error;
      });
      await Promise.race([failed, answering(new URL(url))]);
    },
    async kill() {
      if (child === null) return;
      const ended = once(child, 'exit');
      child.kill('SIGKILL');
      child = null;
      await ended;
    },
  };
}

async function answering(url: URL): Promise<void> {
  while (!(await answers(url))) await new Promise((resolve) => setTimeout(resolve, 50));
}
