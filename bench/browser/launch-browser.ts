import { chromium } from '@playwright/test';
import type { CDPSession, Page } from '@playwright/test';
import type { Person } from '../world/person.ts';

/** A browser nobody has used yet, signed in, with one empty page. */
export interface BenchBrowser {
  readonly page: Page;
  readonly devTools: CDPSession;
  close(): Promise<void>;
}

const ARGUMENTS = [
  '--no-sandbox',
  '--disable-gpu',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
  '--no-first-run',
];

export async function launchBrowser(executablePath: string, person: Person): Promise<BenchBrowser> {
  const browser = await chromium.launch({ executablePath, args: ARGUMENTS });
  const context = await browser.newContext({ viewport: { width: 1440, height: 900 } });
  const cookies = person.cookie.split('; ').map((pair) => {
    const [name = '', value = ''] = pair.split('=', 2);
    return { name, value, url: person.url };
  });
  await context.addCookies(cookies);
  const page = await context.newPage();
  return { page, devTools: await context.newCDPSession(page), close: () => browser.close() };
}
