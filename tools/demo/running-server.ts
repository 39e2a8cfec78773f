import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { root } from '../root.ts';

const START_WITHIN_MS = 30_000;

export interface RunningServer {
  readonly url: string;
  /** Stops it in good order. */
  stop(): Promise<void>;
}

/** Starts the server with these settings, quietly, and waits until it can be spoken to. */
export async function startServer(env: NodeJS.ProcessEnv): Promise<RunningServer> {
  const main = join(root, 'apps/server/src/main.ts');
  const child = spawn(process.execPath, [main], { cwd: root, env, stdio: ['ignore', 'pipe', 'inherit'] });
  let said = '';
  const url = await new Promise<string>((resolve, reject) => {
    const timer = setTimeout(() => reject(new Error('the server did not start in time')), START_WITHIN_MS);
    child.stdout.on('data', (chunk: Buffer) => {
      said += chunk.toString();
      const found = /^Talka runs at (\S+)$/m.exec(said)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`the server ended with code ${code}`)));
    child.once('exit', () => clearTimeout(timer));
    child.stdout.once('data', () => clearTimeout(timer));
  });
  return {
    url,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      child.kill('SIGTERM');
      await once(child, 'exit');
    },
  };
}
