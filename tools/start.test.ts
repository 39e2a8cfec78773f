import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { describe, expect, test } from 'vitest';
import { root } from './root.ts';
import { runQuietly } from './run.ts';
import { sampleHouse } from './testing.ts';

const SERVER = `
import { setInterval, clearInterval } from 'node:timers';
const running = setInterval(() => undefined, 1000);
process.on('SIGTERM', () => clearInterval(running));
console.log('serving ' + JSON.stringify(process.argv.slice(2)) + ' ' + process.pid + ' ');
if (process.argv.includes('--broken')) process.exit(7);
if (process.argv.includes('--help')) clearInterval(running);
`;

describe('npm start', () => {
  test('hands its arguments to the server and keeps its exit code', async () => {
    using house = sampleHouse({ 'apps/server/src/main.ts': SERVER });
    const start = join(house.path, 'tools/start.ts');
    const helped = await runQuietly(process.execPath, [start, '--help']);
    expect(helped).toEqual({ code: 0, output: expect.stringContaining('serving ["--help"]') });
    expect((await runQuietly(process.execPath, [start, '--broken'])).code).toBe(7);
  });

  test.skipIf(process.platform === 'win32')('ends with 0 when npm itself is told to stop', async () => {
    using house = sampleHouse({ 'apps/server/src/main.ts': SERVER });
    const npm = spawn('npm', ['start'], { cwd: house.path, stdio: ['ignore', 'pipe', 'ignore'] });
    const ended = once(npm, 'exit');
    let said = '';
    for await (const chunk of npm.stdout.iterator({ destroyOnReturn: false })) {
      said += String(chunk);
      if (/serving \[\] \d+ /.test(said)) break;
    }
    const server = Number(/serving \[\] (\d+)/.exec(said)?.[1]);
    npm.kill('SIGTERM');
    expect(await ended).toEqual([0, null]);
    expect(() => process.kill(server, 0), 'nothing is left running').toThrow('ESRCH');
  });

  test('says so when there is no server', async () => {
    using house = sampleHouse({});
    const { code, output } = await runQuietly(process.execPath, [join(house.path, 'tools/start.ts')]);
    expect(output).toContain('this copy of Talka is not complete');
    expect(code).toBe(1);
  });

  test('says which Node it needs when run by an older one', async () => {
    const older = `Object.defineProperty(process, 'versions', { value: { node: '20.20.2' } })`;
    const guard = join(root, 'tools/require-node.mjs');
    const child = spawn(process.execPath, ['--import', `data:text/javascript,${older}`, '--import', guard, '-e', '0']);
    const [said, [code]] = await Promise.all([text(child.stderr), once(child, 'close')]);
    expect(said).toContain('Talka runs on Node 26, and this is Node 20.20.2');
    expect(code).toBe(1);
  });
});
