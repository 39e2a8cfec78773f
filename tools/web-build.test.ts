import { existsSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { runQuietly } from './run.ts';
import { sampleHouse } from './testing.ts';

const PAGE = '<!doctype html><html lang="en"><script type="module" src="/src/main.ts"></script></html>\n';
const HOUSE = {
  'apps/web/index.html': PAGE,
  'apps/web/src/main.ts': "document.title = 'one';\n",
  'apps/web/src/main.test.ts': '',
  'package-lock.json': '{}',
  'apps/server/src/main.ts': "console.log('serving');\n",
};

describe('the web app', () => {
  test('is built at the first start, and again only when its sources have changed', async () => {
    using house = sampleHouse(HOUSE);
    const start = () => runQuietly(process.execPath, [join(house.path, 'tools/start.ts')]);
    const stamp = join(house.path, 'apps/web/dist/.inputs');

    expect((await start()).output).toMatch(/^Building the web app, the first time only …\n[^]*serving\n$/);
    const first = readFileSync(stamp, 'utf8');
    expect((await start()).output).toBe('serving\n');

    writeFileSync(join(house.path, 'apps/web/src/main.test.ts'), '// a test is no part of it\n');
    expect((await start()).output).toBe('serving\n');

    writeFileSync(join(house.path, 'apps/web/src/main.ts'), "document.title = 'two';\n");
    expect((await start()).output).toMatch(/^The web app has changed: building it again …\n/);
    expect(readFileSync(stamp, 'utf8')).not.toBe(first);

    rmSync(join(house.path, 'apps/web/dist/index.html'));
    expect((await start()).output).toContain('building it again');
  });

  test('that cannot be built keeps the server from starting, and is tried again', async () => {
    using house = sampleHouse({ ...HOUSE, 'apps/web/src/main.ts': "import './not-there.ts';\n" });
    const { code, output } = await runQuietly(process.execPath, [join(house.path, 'tools/start.ts')]);
    expect(output).toContain('The web app could not be built');
    expect(output).not.toContain('serving');
    expect(code).not.toBe(0);
    expect(existsSync(join(house.path, 'apps/web/dist/.inputs'))).toBe(false);
  });
});
