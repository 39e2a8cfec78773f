#!/usr/bin/env node
// Root scripts say `exec node …`, so that a signal npm passes on reaches the server and not a shell in between, which would
// die and leave the server behind. A POSIX shell does that itself; Windows finds this program instead.
import { spawn } from 'node:child_process';

const [command = '', ...args] = process.argv.slice(2);
// Windows starts no `.cmd` without a shell, and `node` is one there: the Node we run on is the one that is meant.
const child = spawn(command === 'node' ? process.execPath : command, args, { stdio: 'inherit' });
child.on('error', (error) => {
  console.error(`${command}: ${error.message}`);
  process.exitCode = 127;
});
child.on('exit', (code) => {
  process.exitCode = code ?? 1;
});
// Ctrl+C reaches every process of a console: the child decides when it is over.
process.on('SIGINT', () => undefined);
process.on('SIGTERM', () => child.kill('SIGTERM'));
