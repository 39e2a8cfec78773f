import type { Browser, BrowserContext, BrowserContextOptions, Page } from '@playwright/test';
import { apiOf, type Api } from './api.ts';

/** Somebody before a browser of their own. */
export interface Visit {
  readonly context: BrowserContext;
  readonly page: Page;
  readonly api: Api;
}

export interface Person extends Visit {
  readonly id: string;
  readonly name: string;
  readonly email: string;
  readonly password: string;
  readonly accountId: string;
}

export interface PersonOptions extends BrowserContextOptions {
  /** `en` unless said. */
  readonly language?: string;
  /** Made of the name unless said. */
  readonly email?: string;
}

export const PASSWORD = 'heron tide lantern moss';

interface SessionAnswer {
  readonly user: { readonly id: string };
  readonly accounts: readonly { readonly id: string }[];
}

/** A browser that nobody has signed in with yet. */
export async function aVisit(browser: Browser, url: string, options: BrowserContextOptions = {}): Promise<Visit> {
  const context = await browser.newContext({ baseURL: url, ...options });
  return { context, page: await context.newPage(), api: apiOf(context.request, url) };
}

/** Signed up and signed in, without going through the pages. */
export async function aPerson(visit: Visit, name: string, options: PersonOptions = {}): Promise<Person> {
  const { language = 'en', email = emailOf(name) } = options;
  const password = PASSWORD;
  await visit.api.post('/sign-up', { name, email, password, language, timeZone: 'Europe/Riga' });
  const { user, accounts } = await visit.api.get<SessionAnswer>('/session');
  return { ...visit, id: user.id, name, email, password, accountId: accounts[0]?.id ?? '' };
}

export function emailOf(name: string): string {
  return `${name.toLowerCase().replaceAll(' ', '.')}@example.com`;
}
