import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, test } from 'vitest';
import { findChromium, installedChromium } from './find-chromium.ts';

const folder = mkdtempSync(join(tmpdir(), 'talka-chromium-'));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

describe('a browser for the journeys', () => {
  test('is the one that CHROMIUM_PATH names', async () => {
    expect(await findChromium({ CHROMIUM_PATH: process.execPath })).toEqual({ kind: 'found', path: process.execPath });
  });

  test('is missing when CHROMIUM_PATH names nothing, whatever else is there', async () => {
    const path = join(folder, 'nothing');
    expect(await findChromium({ CHROMIUM_PATH: path, PATH: process.env.PATH })).toEqual({
      kind: 'missing',
      advice: `CHROMIUM_PATH says ${path}, but no program is there.`,
    });
  });

  test.skipIf(process.platform === 'win32')('is found on the PATH, where it can be run', () => {
    const path = join(folder, 'chromium');
    writeFileSync(path, '#!/bin/sh\n');
    expect(installedChromium({ PATH: folder })).not.toBe(path);
    chmodSync(path, 0o755);
    expect(installedChromium({ PATH: folder })).toBe(path);
  });
});
