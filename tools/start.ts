import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { root } from './root.ts';
import { ensureWebBuild } from './web-build.ts';

/**
 * `npm start`: builds the web app when needed (in a process of its own, so that its memory goes back),
 * then becomes the server: same process, so signals, exit code and idle memory are the server's own.
 */
const server = join(root, 'apps/server/src/main.ts');
const asksForHelp = process.argv.includes('--help') || process.argv.includes('-h');

const built = asksForHelp ? 0 : await ensureWebBuild();
if (built !== 0) {
  // Stopped by a signal while building is a wish, not a failure.
  process.exitCode = built > 128 ? 0 : built;
} else if (existsSync(server)) {
  process.argv[1] = server;
  await import(pathToFileURL(server).href);
} else {
  console.error(`There is no server at ${server}: this copy of Talka is not complete.`);
  process.exitCode = 1;
}
