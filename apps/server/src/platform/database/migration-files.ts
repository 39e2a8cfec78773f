import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import type { Migration } from './migration-schema.ts';

export interface MigrationFile {
  readonly number: number;
  /** The file's name without its number and ending: `0003-accounts.ts` → `accounts`. */
  readonly name: string;
  load(): Promise<Migration>;
}

const FILE_NAME = /^(\d{4})-([a-z0-9-]+)\.ts$/;

/** The migrations of a folder in order; throws when a number is missing, doubled or a name is malformed. */
export async function readMigrationFiles(folder: string): Promise<readonly MigrationFile[]> {
  const names = (await readdir(folder)).filter((name) => name.endsWith('.ts') && !name.endsWith('.test.ts'));
  const files = names.toSorted().map((name) => migrationFile(folder, name));
  files.forEach((file, index) => {
    if (file.number !== index + 1) throw new Error(`migration ${index + 1} is missing or doubled in ${folder}`);
  });
  return files;
}

function migrationFile(folder: string, fileName: string): MigrationFile {
  const [, number, name] = FILE_NAME.exec(fileName) ?? [];
  if (number === undefined || name === undefined) throw new Error(`${fileName} is not named like 0001-what.ts`);
  return { number: Number(number), name, load: () => loadMigration(join(folder, fileName)) };
}

async function loadMigration(path: string): Promise<Migration> {
  const module: unknown = await import(/* @vite-ignore */ pathToFileURL(path).href);
  if (!hasUp(module)) throw new Error(`${path} does not export up`);
  return module.up;
}

function hasUp(module: unknown): module is { readonly up: Migration } {
  return typeof module === 'object' && module !== null && 'up' in module && typeof module.up === 'function';
}
