import type { Browser, Page } from '@playwright/test';
import { DEMO_PASSWORD, PEOPLE } from '../demo/people.ts';
import type { Picture } from './pictures.ts';

const DESKTOP = { viewport: { width: 1280, height: 720 }, deviceScaleFactor: 1.5 };
const PHONE = { viewport: { width: 390, height: 844 }, deviceScaleFactor: 2, isMobile: true, hasTouch: true };

/** A page of one of the demo's people, signed in, as the picture wants it. */
export async function signInPage(
  browser: Browser,
  url: string,
  { who, colorScheme, isPhone }: Picture,
): Promise<{ readonly page: Page; readonly close: () => Promise<void> }> {
  const { email, timeZone } = PEOPLE[who];
  const device = isPhone ? PHONE : DESKTOP;
  const context = await browser.newContext({ ...device, baseURL: url, colorScheme, timezoneId: timeZone });
  const answer = await context.request.post(`${url}/api/sign-in`, { data: { email, password: DEMO_PASSWORD } });
  if (!answer.ok()) throw new Error(`${email} could not sign in: ${await answer.text()}`);
  return { page: await context.newPage(), close: () => context.close() };
}
