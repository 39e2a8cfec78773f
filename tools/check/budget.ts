import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { z } from 'zod';
import { ensureWebBuild, hasWebSources, webDist } from '../web-build.ts';

/** What the first visit to a board may load of JavaScript, compressed by Brotli as the server sends it. */
const FIRST_LOAD_BYTES = 220_000;
/** The board's screen, which the router loads as a chunk of its own. */
const BOARD_SCREEN = 'src/tasks/board-page.tsx';

const Manifest = z.record(
  z.string(),
  z.object({ file: z.string(), isEntry: z.boolean().optional(), imports: z.array(z.string()).optional() }),
);
type Manifest = z.infer<typeof Manifest>;

export interface BudgetReport {
  /** Files of the first load, heaviest first. */
  readonly files: ReadonlyArray<{ readonly file: string; readonly bytes: number }>;
  readonly bytes: number;
  readonly breaches: readonly string[];
}

/** Weighs entry, board route and all they import at once, by Vite's manifest in `dist`. */
export function weighFirstLoad(dist: string, limit: number = FIRST_LOAD_BYTES): BudgetReport {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(dist, '.vite/manifest.json'), 'utf8')));
  const entries = Object.keys(manifest).filter((key) => manifest[key]?.isEntry === true);
  const files = [...new Set([...scriptsOf(join(dist, 'index.html')), ...closure(manifest, [...entries, BOARD_SCREEN])])]
    .filter((file) => /\.m?js$/.test(file))
    .map((file) => ({ file, bytes: brotliCompressSync(readFileSync(join(dist, file))).length }))
    .toSorted((one, other) => other.bytes - one.bytes);
  const bytes = files.reduce((sum, { bytes: weight }) => sum + weight, 0);
  return {
    files,
    bytes,
    breaches: [
      ...(entries.length === 0 ? ['the manifest names no entry'] : []),
      ...(bytes > limit ? [`first load weighs ${bytes} bytes, ${limit} at most`] : []),
      ...(manifest[BOARD_SCREEN] === undefined && existsSync(join(dist, '..', BOARD_SCREEN))
        ? [`${BOARD_SCREEN} is no chunk of the manifest: what a board loads can't be weighed`]
        : []),
    ],
  };
}

/** Scripts named by the page itself: the entry, and what runs before it. */
function scriptsOf(page: string): string[] {
  const html = existsSync(page) ? readFileSync(page, 'utf8') : '';
  return [...html.matchAll(/<script[^>]*\ssrc="\/?([^"]+)"/g)].flatMap(([, source]) => source ?? []);
}

function closure(manifest: Manifest, keys: readonly string[]): Set<string> {
  const seen = new Set<string>();
  const queue = [...keys];
  for (let key = queue.pop(); key !== undefined; key = queue.pop()) {
    if (seen.has(key)) continue;
    seen.add(key);
    queue.push(...(manifest[key]?.imports ?? []));
  }
  return new Set([...seen].flatMap((key) => manifest[key]?.file ?? []));
}

async function main(): Promise<number> {
  if (!hasWebSources()) {
    console.log('apps/web has no index.html: nothing to weigh');
    return 0;
  }
  const built = await ensureWebBuild();
  if (built !== 0) return built;
  const { files, bytes, breaches } = weighFirstLoad(webDist);
  for (const { file, bytes: weight } of files) console.log(`${String(weight).padStart(8)}  ${file}`);
  for (const breach of breaches) console.log(breach);
  console.log(`first load ${(bytes / 1000).toFixed(1)} of ${FIRST_LOAD_BYTES / 1000} KB in ${files.length} files`);
  return breaches.length === 0 ? 0 : 1;
}

if (import.meta.main) process.exitCode = await main();
