import { randomBytes } from 'node:crypto';
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { weighFirstLoad } from './budget.ts';

let web: string;
beforeEach(() => {
  web = mkdtempSync(join(tmpdir(), 'talka-budget-'));
});
afterEach(() => rmSync(web, { recursive: true, force: true }));

const manifest = {
  'index.html': {
    file: 'assets/entry.js',
    isEntry: true,
    imports: ['_react.js'],
    dynamicImports: ['src/home/home-page.tsx'],
  },
  '_react.js': { file: 'assets/react.js' },
  'src/tasks/board-page.tsx': { file: 'assets/board.js', isDynamicEntry: true, imports: ['_react.js', '_cards.js'] },
  '_cards.js': { file: 'assets/cards.js' },
  'src/home/home-page.tsx': { file: 'assets/home.js', isDynamicEntry: true },
};

function write(path: string, content: string | Buffer): void {
  mkdirSync(dirname(join(web, path)), { recursive: true });
  writeFileSync(join(web, path), content);
}

function writeDist(chunks: object): void {
  write('dist/.vite/manifest.json', JSON.stringify(chunks));
  write(
    'dist/index.html',
    '<script src="/first-paint.js"></script><script type="module" src="/assets/entry.js"></script>',
  );
  // Chance does not compress: a chunk weighs what it is long.
  for (const name of ['first-paint', 'assets/entry', 'assets/react', 'assets/board', 'assets/cards', 'assets/home']) {
    write(`dist/${name}.js`, randomBytes(1000));
  }
}

describe('the first load of a board', () => {
  test('is the page, its entry, the board and all they import, each once', () => {
    writeDist(manifest);
    const { files, bytes, breaches } = weighFirstLoad(join(web, 'dist'));
    expect(files.map(({ file }) => file).toSorted()).toEqual([
      'assets/board.js',
      'assets/cards.js',
      'assets/entry.js',
      'assets/react.js',
      'first-paint.js',
    ]);
    expect(bytes).toBeGreaterThanOrEqual(5000);
    expect(bytes).toBeLessThan(5100);
    expect(breaches).toEqual([]);
  });

  test('is refused above its budget', () => {
    writeDist(manifest);
    expect(weighFirstLoad(join(web, 'dist'), 4999).breaches).toEqual([
      expect.stringMatching(/^first load weighs 50\d\d bytes, 4999 at most$/),
    ]);
  });

  test('is refused when its entry or its board is not to be found', () => {
    writeDist({ '_react.js': manifest['_react.js'] });
    write('src/tasks/board-page.tsx', '');
    expect(weighFirstLoad(join(web, 'dist')).breaches).toEqual([
      'the manifest names no entry',
      "src/tasks/board-page.tsx is no chunk of the manifest: what a board loads can't be weighed",
    ]);
  });
});
