import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { boundaryRules } from './check/boundary-rules.ts';
import { root } from './root.ts';
import { runQuietly } from './run.ts';
import { functionOf, sampleHouse } from './testing.ts';

describe('the check', () => {
  test('knows no step that does not exist', async () => {
    const { code, output } = await runQuietly(process.execPath, [join(root, 'tools/check.ts'), 'speling']);
    expect(code).toBe(2);
    expect(output).toContain('No such step: speling');
  });

  test('passes a step that finds nothing wrong', async () => {
    using house = sampleHouse({ 'apps/server/src/main.ts': 'export {};\n' });
    const { code, output } = await house.check('boundaries');
    expect(output).toContain('check: all steps passed');
    expect(code).toBe(0);
  });

  test('names the step that failed', async () => {
    using house = sampleHouse({ 'apps/server/src/main.ts': functionOf(61, 'tooLong') });
    const { code, output } = await house.check('tail');
    expect(output).toContain('check: failed in tail');
    expect(code).toBe(1);
  });
});

describe('format', () => {
  test('refuses what the formatter would write otherwise', async () => {
    using house = sampleHouse({ 'apps/server/src/main.ts': 'export const  text = "double quotes"' });
    const { code, output } = await house.check('format');
    expect(output).toContain('apps/server/src/main.ts');
    expect(code).toBe(1);
  });
});

describe('types', () => {
  const bad = {
    'packages/domain/src/kernel/machine.ts': 'export const machine: string = process.cwd();\n',
    'packages/domain/src/kernel/page.ts': 'export const page: string = document.title;\n',
    'packages/domain/src/kernel/guess.ts': 'export const guess = Math.sqrt(2);\n',
    'apps/server/src/enumeration.ts': 'export enum Color { Red }\n',
    'apps/server/src/first.ts': 'export function first(texts: string[]): string { return texts[0]; }\n',
    'apps/server/src/left-over.ts': 'export function run(): void { const leftOver = 1; }\n',
    'apps/web/src/broken.tsx': 'export const broken = <p>{missing}</p>;\n',
    'apps/e2e/journey.ts': 'export const journey: number = "text";\n',
    'bench/seed.ts': 'export const seed: number = "text";\n',
  };

  test('refuses a mistake in any room', async () => {
    using house = sampleHouse(bad);
    const { code, output } = await house.check('types');
    for (const path of Object.keys(bad)) expect(output).toContain(`${path}(`);
    expect(code).toBe(1);
  });

  test('lets tests of domain use what domain may not', async () => {
    using house = sampleHouse({
      'packages/domain/src/kernel/one.ts': 'export const one: number = 1;\n',
      'packages/domain/src/kernel/one.test.ts': "import { test } from 'vitest';\ntest('one', () => undefined);\n",
    });
    expect((await house.check('types')).output).not.toContain('packages/domain');
  });
});

describe('lint', () => {
  const header = 'declare function load(): Promise<number>;\n';
  const bad: Readonly<Record<string, string>> = {
    'typescript(no-floating-promises)': `${header}export function run(): void {\n  load();\n}\n`,
    'typescript(no-misused-promises)': `${header}export function run(list: number[]): void {\n  if (load()) list.pop();\n}\n`,
    'typescript(await-thenable)': 'export async function run(): Promise<void> {\n  await 1;\n}\n',
    'typescript(no-explicit-any)': 'export const thing: any = 1;\n',
    'typescript(no-non-null-assertion)': 'export const first = (texts: string[]): string => texts[0]!;\n',
    'typescript(no-unsafe-assignment)': "export const parsed: number = JSON.parse('1');\n",
    'typescript(switch-exhaustiveness-check)':
      "export function run(kind: 'a' | 'b'): number {\n  switch (kind) {\n    case 'a':\n      return 1;\n  }\n  return 2;\n}\n",
    'import(no-default-export)': 'export default 1;\n',
    'eslint(max-params)':
      'export function sum(a: number, b: number, c: number, d: number, e: number): number {\n  return a + b + c + d + e;\n}\n',
    'eslint(max-depth)':
      'export function deep(a: boolean): number {\n  if (a) { if (!a) { for (;;) { if (a) return 1; } } }\n  return 2;\n}\n',
    'eslint(max-lines)': '// a line\n'.repeat(301),
    'eslint(max-lines-per-function)': functionOf(61, 'long'),
    'eslint(eqeqeq)': 'export const same = (a: number, b: number): boolean => a == b;\n',
    'eslint(no-console)': "console.log('hello');\n",
    'typescript(only-throw-error)': "export function fail(): void {\n  throw 'text';\n}\n",
  };
  const files = Object.fromEntries(Object.values(bad).map((text, index) => [`apps/server/src/bad-${index}.ts`, text]));
  const more = {
    'apps/server/src/circle-one.ts':
      "import { two } from './circle-two.ts';\nexport const one = (): number => two();\n",
    'apps/server/src/circle-two.ts':
      "import { one } from './circle-one.ts';\nexport const two = (): number => one();\n",
    'apps/server/src/BadName.ts': 'export const name = 1;\n',
    'packages/domain/src/kernel/now.ts': 'export const now = (): number => Date.now();\n',
    'apps/server/src/only.test.ts': "import { test } from 'vitest';\ntest.only('runs alone', () => undefined);\n",
    'apps/web/src/hook.tsx':
      "import { useState } from 'react';\nexport function Panel({ open }: { readonly open: boolean }) {\n" +
      '  if (!open) return null;\n  const [text] = useState(String(open));\n  return <p>{text}</p>;\n}\n',
  };
  const moreRules = [
    'import(no-cycle)',
    'unicorn(filename-case)',
    'eslint(no-restricted-globals)',
    'vitest(no-focused-tests)',
    'react-hooks(rules-of-hooks)',
  ];

  test('refuses every kind of bad sample', async () => {
    using house = sampleHouse({ ...files, ...more });
    const { code, output } = await house.check('lint');
    const silent = [...Object.keys(bad), ...moreRules].filter((rule) => !output.includes(rule));
    expect(silent).toEqual([]);
    expect(code).toBe(1);
  });
});

describe('boundaries', () => {
  test('breaks every rule by a sample made to break it', async () => {
    using house = sampleHouse(breaches);
    const { code, output } = await house.check('boundaries');
    const names = new Set([
      ...boundaryRules.map((rule) => String(rule.name)),
      'slice-without-place',
      'web-slice-circle',
    ]);
    expect([...names].filter((name) => !output.includes(`${name}: `)).filter((name) => !/-order-/.test(name))).toEqual(
      [],
    );
    for (const name of ['domain-order-kernel', 'domain-order-boards', 'server-order-accounts', 'server-order-chat']) {
      expect(output).toContain(`${name}: `);
    }
    expect(code).toBe(1);
  });

  test('fails when nothing is there to read', async () => {
    using house = sampleHouse({});
    const { checkBoundaries } = await import('./check/boundaries.ts');
    const report = await checkBoundaries(join(house.path, 'apps'));
    expect(report.breaches).toContain('no source was found at all');
  });

  test('fails when fewer modules were read than exist', async () => {
    using house = sampleHouse({ 'apps/server/src/main.ts': 'export {};\n' });
    const { checkBoundaries } = await import('./check/boundaries.ts');
    const readsNothing = () => Promise.resolve({ modules: [], summary: { violations: [] } });
    const report = await checkBoundaries(house.path, readsNothing);
    expect(report.modules).toBe(0);
    expect(report.breaches).toContain('not read: apps/server/src/main.ts');
  });

  /** Says what is imported where; a file that is only imported holds one export. */
  const breaches: Record<string, string> = {
    'packages/domain/src/kernel/index.ts': "import '../boards/index.ts';\nimport 'zod';\n",
    'packages/domain/src/kernel/circle.ts': "import './circle-back.ts';\n",
    'packages/domain/src/kernel/circle-back.ts': "import './circle.ts';\n",
    'packages/domain/src/kernel/dead-end.ts': "import './not-there.ts';\n",
    'packages/domain/src/kernel/world.test.ts': "import 'node:fs';\n",
    'packages/domain/src/boards/index.ts': "import '../tasks/index.ts';\nimport '../accounts/inner.ts';\n",
    'packages/domain/src/tasks/index.ts': 'export {};\n',
    'packages/domain/src/accounts/inner.ts': 'export {};\n',
    'packages/domain/src/gadgets/index.ts': 'export {};\n',
    'apps/server/src/main.ts': "import './boards/store.ts';\nimport '../../../tools/root.ts';\n",
    'apps/server/src/slices.ts': "import '../../../packages/domain/src/accounts/inner.ts';\n",
    'apps/server/src/platform/http/http.ts': "import '../../boards/index.ts';\n",
    'apps/server/src/boards/index.ts':
      "import '../slices.ts';\nimport '../accounts/store.ts';\nimport 'smtp-server';\n",
    'apps/server/src/boards/store.ts': "import 'node:fs';\nimport 'pg';\nimport './boards.test.ts';\n",
    'apps/server/src/boards/boards.test.ts': 'export {};\n',
    'apps/server/src/accounts/index.ts': "import '../boards/index.ts';\nimport '../../../web/src/ui/button.tsx';\n",
    'apps/server/src/accounts/store.ts': 'export {};\n',
    'apps/server/src/chat/index.ts': "import '../files/index.ts';\n",
    'apps/server/src/files/index.ts': 'export {};\n',
    'apps/web/src/ui/button.tsx': "import '../boards/index.ts';\nimport 'node:path';\n",
    'apps/web/src/app/router.tsx': "import '../boards/screen.tsx';\nimport '../../../server/src/files/index.ts';\n",
    'apps/web/src/boards/index.ts': "import '../home/index.ts';\n",
    'apps/web/src/boards/screen.tsx': "import '../home/list.tsx';\n",
    'apps/web/src/home/index.ts': "import '../boards/index.ts';\n",
    'apps/web/src/home/list.tsx': 'export {};\n',
  };
});

describe('unused', () => {
  test('refuses a file and an export that nobody uses', async () => {
    using house = sampleHouse({
      'apps/server/src/main.ts': "import { used } from './used.ts';\n\nused();\n",
      'apps/server/src/used.ts': 'export const used = (): number => 1;\nexport const forgotten = 2;\n',
      'apps/server/src/dead.ts': 'export const dead = 1;\n',
    });
    const { code, output } = await house.check('unused');
    expect(output).toMatch(/Unused files[^]*apps\/server\/src\/dead\.ts/);
    expect(output).toMatch(/Unused exports[^]*forgotten/);
    expect(output).toMatch(/Unused dependencies[^]*kysely/);
    expect(code).toBe(1);
  });
});

describe('tail', () => {
  test('refuses long functions, long files, a thick tail and too few tests', async () => {
    using house = sampleHouse({
      'packages/domain/src/kernel/long.ts': functionOf(61, 'long'),
      'packages/domain/src/kernel/long.test.ts': functionOf(61, 'inATest'),
      'apps/web/src/endless.ts': '// a line\n'.repeat(301),
      'apps/web/src/untested.ts': 'export const untested = 1;\n',
      ...Object.fromEntries(
        Array.from({ length: 200 }, (_, index) => [
          `apps/server/src/thick-${index}.ts`,
          functionOf(36, `thick${index}`),
        ]),
      ),
    });
    const { code, output } = await house.check('tail');
    expect(output).toContain('packages/domain/src/kernel/long.ts:1 long has 61 lines, 60 at most');
    expect(output).not.toContain('inATest');
    expect(output).toContain('apps/web/src/endless.ts has 301 lines, 300 at most');
    expect(output).toContain('functions: p95 36, 35 at most');
    expect(output).toContain('domain: 1.00 lines of test for a line of code, 1.5 at least');
    expect(output).toContain('web: 0.00 lines of test for a line of code, 0.5 at least');
    expect(code).toBe(1);
  });
});
