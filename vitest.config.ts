import { defineConfig } from 'vitest/config';

const node = { environment: 'node', testTimeout: 20_000, hookTimeout: 30_000 } as const;

/** Plain tests of a room run in Node; tests that need a document (`*.web.test.tsx`) run in happy-dom. */
export default defineConfig({
  test: {
    projects: [
      { test: { ...node, name: 'domain', include: ['packages/domain/src/**/*.test.ts'] } },
      { test: { ...node, name: 'server', include: ['apps/server/src/**/*.test.ts', 'migrations/**/*.test.ts'] } },
      { test: { ...node, name: 'tools', include: ['{tools,bench}/**/*.test.ts'], testTimeout: 120_000 } },
    ],
  },
});
