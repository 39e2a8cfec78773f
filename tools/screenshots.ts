import { chromium, type Browser, type Page } from '@playwright/test';
import { mkdirSync, mkdtempSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fillDemo } from './demo/fill-demo.ts';
import { startServer } from './demo/running-server.ts';
import { root } from './root.ts';
import { PICTURES, type Picture } from './screenshots/pictures.ts';
import { signInPage } from './screenshots/sign-in-page.ts';
import { findChromium } from './test/find-chromium.ts';
import { ensureWebBuild } from './web-build.ts';

/** `npm run screenshots`: takes the pictures of the README from the demo, on a server and data made for them. */
const folder = join(root, 'docs/pictures');

process.exitCode = await takeAll();

async function takeAll(): Promise<number> {
  const built = await ensureWebBuild();
  if (built !== 0) return built;
  const found = await findChromium(process.env);
  if (found.kind === 'missing') {
    console.error(found.advice);
    return 1;
  }
  const dataDir = mkdtempSync(join(tmpdir(), 'talka-screenshots-'));
  const { DATABASE_URL: _, BASE_URL: __, SMTP_URL: ___, ...env } = process.env;
  const server = await startServer({ ...env, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'warn' });
  const browser = await chromium.launch({ executablePath: found.path, args: ['--no-sandbox', '--disable-gpu'] });
  try {
    await fillDemo(server.url);
    mkdirSync(folder, { recursive: true });
    for (const picture of PICTURES) await take(browser, server.url, picture);
    return 0;
  } finally {
    await browser.close();
    await server.stop();
    rmSync(dataDir, { recursive: true, force: true });
  }
}

async function take(browser: Browser, url: string, picture: Picture): Promise<void> {
  const { page, close } = await signInPage(browser, url, picture);
  await page.goto('/');
  await picture.show(page);
  await settle(page);
  const path = join(folder, `${picture.name}.png`);
  await page.screenshot({ path, caret: 'hide' });
  console.log(`${path}: ${Math.round(statSync(path).size / 1024)} KB`);
  await close();
}

/** Until the letters are drawn and nothing glides or fades any more. */
async function settle(page: Page): Promise<void> {
  await page.evaluate(async () => {
    await document.fonts.ready;
    await Promise.allSettled(document.getAnimations().map((animation) => animation.finished));
  });
}
