import { spawnSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, expect, test } from 'vitest';
import { root } from './root.ts';

const dataDir = mkdtempSync(join(tmpdir(), 'talka-demo-'));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));

function demo() {
  const { DATABASE_URL: _, BASE_URL: __, SMTP_URL: ___, ...own } = process.env;
  const env = { ...own, DATA_DIR: dataDir, PORT: '0' };
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'tools/demo.ts')], {
    env,
    encoding: 'utf8',
  });
  return { status, stdout, stderr };
}

test('fills an empty folder and tells how to sign in; a folder with people in it is left alone', () => {
  const first = demo();
  expect(first.stderr).toBe('');
  expect(first.status).toBe(0);
  for (const words of ['mara@example.com', 'lina@example.com', 'hiro@example.com', 'The password of each: '])
    expect(first.stdout).toContain(words);
  const second = demo();
  expect(second.status).toBe(1);
  expect(second.stderr).toContain('This server has people already.');
});
