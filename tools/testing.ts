import { cpSync, mkdirSync, mkdtempSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { root } from './root.ts';
import { runQuietly } from './run.ts';
import type { Finished } from './run.ts';

const CONFIGS = ['package.json', 'tsconfig.base.json', 'tsconfig.json', '.oxlintrc.json', '.oxfmtrc.json', 'knip.json'];
const ROOMS = ['packages/domain', 'apps/server', 'apps/web', 'apps/e2e'];

export interface SampleHouse extends Disposable {
  readonly path: string;
  /** Runs `npm run check -- step` in the sample. */
  check(step: string): Promise<Finished>;
}

/** A house in a temporary folder with our own tools and rules, and the given files in its rooms. */
export function sampleHouse(files: Readonly<Record<string, string>>): SampleHouse {
  const path = mkdtempSync(join(tmpdir(), 'talka-house-'));
  for (const config of CONFIGS) cpSync(join(root, config), join(path, config));
  for (const room of ROOMS) {
    for (const config of ['package.json', 'tsconfig.json']) {
      cpSync(join(root, room, config), join(path, room, config));
    }
  }
  cpSync(join(root, 'packages/domain/tsconfig.pure.json'), join(path, 'packages/domain/tsconfig.pure.json'));
  cpSync(join(root, 'tools'), join(path, 'tools'), { recursive: true, filter: isNotAboutRooms });
  // A junction needs no special right on Windows; elsewhere the type is ignored.
  symlinkSync(join(root, 'node_modules'), join(path, 'node_modules'), 'junction');
  for (const [name, text] of Object.entries(files)) {
    mkdirSync(dirname(join(path, name)), { recursive: true });
    writeFileSync(join(path, name), text);
  }
  return {
    path,
    check: (step) => runQuietly(process.execPath, [join(path, 'tools/check.ts'), step], { cwd: path }),
    [Symbol.dispose]: () => rmSync(path, { recursive: true, force: true }),
  };
}

/** Tools that lean on rooms which a sample house doesn't have. */
const ABOUT_ROOMS = ['audit', 'cluster', 'demo', 'screenshots', 'soak'];

function isNotAboutRooms(from: string): boolean {
  const name = basename(from)
    .replace(/(\.test)?\.ts$/, '')
    .replace(/^start-/, '');
  return !ABOUT_ROOMS.includes(name);
}

/** Source text of one function that is `lines` long, first and last line counted. */
export function functionOf(lines: number, name: string): string {
  return `export function ${name}(): void {\n${'  // a line\n'.repeat(lines - 2)}}\n`;
}
