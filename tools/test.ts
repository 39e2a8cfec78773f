import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { commandOf, root } from './root.ts';
import { runAloud } from './run.ts';
import { countPlaywright, countVitest } from './test/count-results.ts';
import type { Counts } from './test/count-results.ts';
import { findChromium } from './test/find-chromium.ts';
import { answers } from './test/answers.ts';
import { findPostgres } from './test/find-postgres.ts';
import { ensureWebBuild } from './web-build.ts';

interface Part {
  readonly name: string;
  readonly code: number;
  readonly counts: Counts | null;
}

const NONE: Counts = { passed: 0, failed: 0, skipped: 0 };
const reports = mkdtempSync(join(tmpdir(), 'talka-test-'));

try {
  process.exitCode = await testAll();
} finally {
  rmSync(reports, { recursive: true, force: true });
}

/** `npm test`: every test there is, the journeys in a real browser included; closes with one line of counts. */
async function testAll(): Promise<number> {
  const env = await testEnvironment();
  const built = await ensureWebBuild();
  const parts: Part[] = [
    { name: 'web build', code: built, counts: built === 0 ? NONE : null },
    await unitTests(env),
    await journeys(env, built),
  ];
  for (const { name, code, counts } of parts) {
    if (code !== 0 && (counts === null || counts.failed === 0)) console.error(`${name}: failed with exit code ${code}`);
    if (counts !== null && counts !== NONE)
      console.log(`${name}: ${counts.passed} passed, ${counts.failed} failed, ${counts.skipped} skipped`);
  }
  const passed = parts.reduce((sum, { counts }) => sum + (counts?.passed ?? 0), 0);
  const failed = parts.reduce((sum, part) => sum + failures(part), 0);
  if (passed + failed === 0) console.error('No test ran at all.');
  console.log(`${passed} passed, ${failed} failed`);
  return failed === 0 && passed > 0 ? 0 : 1;
}

/** A part that ended badly without a failed test (a crash, a build error) is a failure of its own. */
function failures({ code, counts }: Part): number {
  return Math.max(counts?.failed ?? 0, code === 0 ? 0 : 1);
}

async function testEnvironment(): Promise<NodeJS.ProcessEnv> {
  const postgres = await findPostgres(process.env.TEST_DATABASE_URL);
  console.log(
    postgres === null
      ? 'No PostgreSQL answers on 127.0.0.1:5432 (or set TEST_DATABASE_URL): stores are tested on SQLite alone.'
      : 'Stores are tested on SQLite and on PostgreSQL.',
  );
  const env = await withRedis(process.env);
  return postgres === null ? env : { ...env, TEST_DATABASE_URL: postgres };
}

/** What servers tell each other is tested on a Redis that answers here, or the one named. */
async function withRedis(env: NodeJS.ProcessEnv): Promise<NodeJS.ProcessEnv> {
  const url = env.TEST_REDIS_URL ?? 'redis://127.0.0.1:6379';
  if (env.TEST_REDIS_URL === undefined && !(await answers(new URL(url)))) {
    console.log('No Redis answers on 127.0.0.1:6379 (or set TEST_REDIS_URL): the bus is tested in one process alone.');
    return env;
  }
  return { ...env, TEST_REDIS_URL: url };
}

async function unitTests(env: NodeJS.ProcessEnv): Promise<Part> {
  const report = join(reports, 'vitest.json');
  const args = ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${report}`];
  const code = await runAloud(process.execPath, [commandOf('vitest'), ...args], { env });
  return { name: 'vitest', code, counts: countVitest(report) };
}

async function journeys(env: NodeJS.ProcessEnv, built: number): Promise<Part> {
  const name = 'playwright';
  if (!existsSync(join(root, 'apps/e2e/playwright.config.ts'))) {
    console.log('apps/e2e has no playwright.config.ts: no journeys to run.');
    return { name, code: 0, counts: NONE };
  }
  if (built !== 0) {
    console.error('The journeys need the web app, which could not be built.');
    return { name, code: 1, counts: null };
  }
  const chromium = await findChromium(env);
  if (chromium.kind === 'missing') {
    console.error(chromium.advice);
    return { name, code: 1, counts: null };
  }
  const report = join(reports, 'playwright.json');
  const args = ['test', '-c', 'apps/e2e', '--reporter=list,json'];
  const code = await runAloud(process.execPath, [commandOf('playwright'), ...args], {
    env: {
      ...env,
      TALKA_CHROMIUM: chromium.path,
      PLAYWRIGHT_JSON_OUTPUT_FILE: report,
      PLAYWRIGHT_JSON_OUTPUT_NAME: report,
    },
  });
  return { name, code, counts: countPlaywright(report) };
}
