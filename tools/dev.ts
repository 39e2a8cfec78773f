import { spawn } from 'node:child_process';
import { join } from 'node:path';
import { commandOf, root } from './root.ts';

/** `npm run dev`: the server restarts when its sources change, and Vite serves the web app and hands /api to it. */
const children = [
  spawn(process.execPath, ['--watch', '--watch-preserve-output', 'apps/server/src/main.ts', ...process.argv.slice(2)], {
    cwd: root,
    stdio: 'inherit',
  }),
  spawn(process.execPath, [commandOf('vite')], { cwd: join(root, 'apps/web'), stdio: 'inherit' }),
];

for (const child of children) {
  child.on('error', (error) => {
    console.error(error.message);
    stop(1);
  });
  child.on('exit', (code) => stop(code ?? 0));
}
process.on('SIGINT', () => stop(0)).on('SIGTERM', () => stop(0));

function stop(code: number): void {
  process.exitCode ??= code;
  for (const child of children) child.kill('SIGTERM');
}
