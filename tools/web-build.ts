import { createHash } from 'node:crypto';
import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { filesUnder } from './files-under.ts';
import { commandOf, root } from './root.ts';
import { runAloud } from './run.ts';

/** What the browser's code is made from; tests are left out, they never reach it. */
const INPUT_FOLDERS = ['apps/web', 'packages/domain/src', 'locales'];
const INPUT_FILES = ['package-lock.json', 'tsconfig.base.json'];
const TEST = /\.test\.tsx?$/;

export const webDist: string = join(root, 'apps/web/dist');
const stamp = join(webDist, '.inputs');

export function hasWebSources(): boolean {
  return existsSync(join(root, 'apps/web/index.html'));
}

/** Builds `apps/web/dist` unless it was made from the very sources that lie there now. Answers an exit code. */
export async function ensureWebBuild(): Promise<number> {
  if (!hasWebSources() || !isStale(inputsHash())) return 0;
  console.log(
    existsSync(webDist)
      ? 'The web app has changed: building it again …'
      : 'Building the web app, the first time only …',
  );
  return buildWeb();
}

/** Builds `apps/web/dist` and notes what it was made from. Answers an exit code. */
export async function buildWeb(): Promise<number> {
  const vite = commandOf('vite');
  if (!existsSync(vite)) {
    console.error(
      'The web app is not built, and Vite is not installed: run `npm ci` without leaving out dev packages.',
    );
    return 1;
  }
  const hash = inputsHash();
  rmSync(stamp, { force: true });
  const code = await runAloud(process.execPath, [vite, 'build', '--logLevel', 'warn'], { cwd: join(root, 'apps/web') });
  if (code === 0) writeFileSync(stamp, hash);
  else console.error('The web app could not be built; the lines above say why.');
  return code;
}

function isStale(hash: string): boolean {
  return !existsSync(join(webDist, 'index.html')) || !existsSync(stamp) || readFileSync(stamp, 'utf8') !== hash;
}

function inputsHash(): string {
  const hash = createHash('sha256');
  const files = filesUnder(root, INPUT_FOLDERS).filter((path) => !TEST.test(path));
  for (const path of [...files, ...INPUT_FILES]) {
    // Length first, so that no two sets of files can read as the same stream of bytes.
    const content = readFileSync(join(root, path));
    hash.update(`${path}\n${content.length}\n`).update(content);
  }
  return hash.digest('hex');
}
