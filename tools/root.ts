import { join, resolve } from 'node:path';

/** The folder of the repository, absolute. */
export const root: string = resolve(import.meta.dirname, '..');

const SCRIPTS = {
  knip: 'knip/bin/knip.js',
  oxfmt: 'oxfmt/bin/oxfmt',
  oxlint: 'oxlint/bin/oxlint',
  playwright: '@playwright/test/cli.js',
  typescript: 'typescript-7/bin/tsc',
  vite: 'vite/bin/vite.js',
  vitest: 'vitest/vitest.mjs',
} as const;

/** The script behind a package's command: run by `process.execPath` it works alike on every system, Windows too. */
export function commandOf(command: keyof typeof SCRIPTS): string {
  return join(root, 'node_modules', SCRIPTS[command]);
}
