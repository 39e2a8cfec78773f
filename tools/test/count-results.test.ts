import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { countPlaywright, countVitest } from './count-results.ts';

const folder = mkdtempSync(join(tmpdir(), 'talka-counts-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

function reportOf(content: object): string {
  const path = join(folder, 'report.json');
  writeFileSync(path, JSON.stringify(content));
  return path;
}

describe('counting', () => {
  test('adds a file that broke before its tests to the failures of Vitest', () => {
    const path = reportOf({
      numPassedTests: 7,
      numFailedTests: 1,
      numPendingTests: 2,
      numTodoTests: 1,
      testResults: [
        { status: 'passed', assertionResults: [{ status: 'passed' }] },
        { status: 'failed', assertionResults: [{ status: 'failed' }, { status: 'passed' }] },
        { status: 'failed', assertionResults: [] },
      ],
    });
    expect(countVitest(path)).toEqual({ passed: 7, failed: 2, skipped: 3 });
  });

  test('takes what passed at last as passed, and errors outside tests as failures, from Playwright', () => {
    const path = reportOf({
      stats: { expected: 5, unexpected: 1, flaky: 1, skipped: 2 },
      errors: [{ message: 'no server' }],
    });
    expect(countPlaywright(path)).toEqual({ passed: 6, failed: 2, skipped: 2 });
  });

  test('knows nothing of a report that was never written', () => {
    expect(countVitest(join(folder, 'none.json'))).toBeNull();
    expect(countPlaywright(join(folder, 'none.json'))).toBeNull();
  });
});
