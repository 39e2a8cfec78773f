import { existsSync } from 'node:fs';
import { join } from 'node:path';
import { defineConfig } from 'vitest/config';
import type { TestProjectConfiguration } from 'vitest/config';

const node = { environment: 'node', testTimeout: 20_000, hookTimeout: 30_000 } as const;
/** The browser's own build settings (macros, styles), so that a test sees what the build makes. */
const webConfig = './apps/web/vite.config.ts';

// The macros look for this file in the folder Vitest was started in, which is the root.
process.env.LINGUI_CONFIG ??= join(import.meta.dirname, 'apps/web/lingui.config.ts');

const web: TestProjectConfiguration = {
  extends: webConfig,
  test: {
    name: 'web',
    environment: 'happy-dom',
    root: 'apps/web',
    include: ['src/**/*.web.test.{ts,tsx}'],
    css: { modules: { classNameStrategy: 'non-scoped' } },
    testTimeout: 20_000,
  },
};

/** Plain tests of a room run in Node; tests that need a document (`*.web.test.tsx`) run in happy-dom. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...node, name: 'domain', include: ['packages/domain/src/**/*.test.ts'] } },
      { test: { ...node, name: 'server', include: ['apps/server/src/**/*.test.ts', 'migrations/**/*.test.ts'] } },
      {
        test: {
          ...node,
          name: 'web-plain',
          include: ['apps/web/{src,build}/**/*.test.ts'],
          exclude: ['**/*.web.test.ts'],
        },
      },
      { test: { ...node, name: 'tools', include: ['{tools,bench}/**/*.test.ts'], testTimeout: 120_000 } },
      ...(existsSync(webConfig) ? [web] : []),
    ],
  },
});
