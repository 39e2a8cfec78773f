import { existsSync, readdirSync } from 'node:fs';
import { join } from 'node:path';

const SKIPPED = new Set(['node_modules', 'dist', 'data', 'test-results', 'playwright-report', 'coverage']);

/** Every file below the folders that exist, in a stable order, as paths from `base` with forward slashes. */
export function filesUnder(base: string, folders: readonly string[]): string[] {
  return folders.filter((folder) => existsSync(join(base, folder))).flatMap((folder) => walk(base, folder));
}

/** As `filesUnder`, TypeScript sources alone; declaration files carry no code and are left out. */
export function sourcesUnder(base: string, folders: readonly string[]): string[] {
  return filesUnder(base, folders).filter((path) => /\.tsx?$/.test(path) && !path.endsWith('.d.ts'));
}

function walk(base: string, folder: string): string[] {
  const entries = readdirSync(join(base, folder), { withFileTypes: true });
  return entries
    .filter((entry) => !SKIPPED.has(entry.name) && !entry.name.startsWith('.'))
    .toSorted((one, other) => (one.name < other.name ? -1 : 1))
    .flatMap((entry) => {
      const path = `${folder}/${entry.name}`;
      return entry.isDirectory() ? walk(base, path) : [path];
    });
}
