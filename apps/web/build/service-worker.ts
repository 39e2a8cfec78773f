import { createHash } from 'node:crypto';
import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { build } from 'vite';
import type { Plugin, Rolldown } from 'vite';

/** Kept with the app from its first visit on; other files (fonts of other scripts) when they are first used. */
const KEPT_ASSET = /\.(?:js|css)$/;

interface Kept {
  readonly build: string;
  readonly files: readonly string[];
}

/**
 * Names the build in index.html (`<meta name="talka-build">`, which the server reads too) and makes `sw.js`, which keeps
 * exactly the files of this build. `TALKA_SERVICE_WORKER=off` makes one that removes itself from every browser instead.
 *
 * @param font the name of the font file that every screen needs
 */
export function serviceWorker(font: string): Plugin {
  let root = '';
  let outDir = '';
  let publicDir = '';
  let kept: Kept | null = null;
  return {
    name: 'talka:service-worker',
    apply: 'build',
    configResolved(config) {
      root = config.root;
      outDir = join(config.root, config.build.outDir);
      publicDir = config.publicDir;
    },
    transformIndexHtml: {
      order: 'post',
      handler(html, { bundle }) {
        kept = keptOf(bundle ?? {}, { html, publicDir, font });
        return [{ tag: 'meta', attrs: { name: 'talka-build', content: kept.build }, injectTo: 'head' as const }];
      },
    },
    async writeBundle() {
      if (kept === null) throw new Error('the build has no index.html to name');
      await buildWorker(join(root, 'worker/service-worker.ts'), outDir, kept);
    },
  };
}

interface Sources {
  readonly html: string;
  readonly publicDir: string;
  readonly font: string;
}

function keptOf(bundle: Rolldown.OutputBundle, { html, publicDir, font }: Sources): Kept {
  const assets = Object.keys(bundle).filter((name) => name.startsWith('assets/'));
  const publics = readdirSync(publicDir, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(publicDir.length + 1))
    .sort();
  const hash = createHash('sha256').update(html);
  for (const name of [...assets].sort()) hash.update(name);
  for (const name of publics) hash.update(name).update(readFileSync(join(publicDir, name)));
  const files = [...assets.filter((name) => KEPT_ASSET.test(name) || name.includes(font)), ...publics];
  return { build: hash.digest('hex').slice(0, 16), files: files.map((name) => `/${name}`).sort() };
}

async function buildWorker(input: string, outDir: string, kept: Kept): Promise<void> {
  await build({
    configFile: false,
    publicDir: false,
    logLevel: 'warn',
    define: {
      BUILD: JSON.stringify(kept.build),
      FILES: JSON.stringify(kept.files),
      IS_OFF: JSON.stringify(process.env.TALKA_SERVICE_WORKER === 'off'),
    },
    build: {
      outDir,
      emptyOutDir: false,
      target: ['chrome123', 'firefox128', 'safari17.5'],
      modulePreload: false,
      rolldownOptions: { input, output: { format: 'iife', entryFileNames: 'sw.js' } },
    },
  });
}
