import { expect, test as base, type Browser, type BrowserContextOptions } from '@playwright/test';
import { aPerson, aVisit, type Person, type PersonOptions, type Visit } from './a-person.ts';
import { aServer, type ServerOptions, type TestServer } from './a-server.ts';

/** A server of one's own, and people with browsers of their own. */
export interface World {
  readonly server: TestServer;
  /** A browser that knows nobody. */
  visit(options?: BrowserContextOptions): Promise<Visit>;
  /** Signed up already, in a browser of their own. */
  person(name: string, options?: PersonOptions): Promise<Person>;
}

/** Each journey has its own server; a mistake in a page's script, or against its security policy, fails the journey. */
export const test = base.extend<{ world: World }>({
  world: async ({ browser }, give) => {
    const { world, end } = await worldOf(browser);
    await give(world);
    await end();
  },
});

/** A world of other making; `end` closes it, and fails when the pages made mistakes. */
export async function worldOf(browser: Browser, options: ServerOptions = {}) {
  const server = await aServer(options);
  const visits: Visit[] = [];
  const mistakes: string[] = [];
  const visit = async (visitOptions: BrowserContextOptions = {}): Promise<Visit> => {
    const came = await aVisit(browser, server.url, visitOptions);
    noteMistakes(came, mistakes);
    visits.push(came);
    return came;
  };
  const world: World = {
    server,
    visit,
    person: async (name, personOptions) => aPerson(await visit(personOptions), name, personOptions),
  };
  const end = async (): Promise<void> => {
    for (const { context } of visits) await context.close();
    await server.stop();
    expect(mistakes, 'mistakes in the pages').toEqual([]);
  };
  return { world, end };
}

function noteMistakes({ context }: Visit, mistakes: string[]): void {
  context.on('weberror', (error) => mistakes.push(String(error.error())));
  context.on('console', (message) => {
    if (/Content Security Policy|Refused to/.test(message.text())) mistakes.push(message.text());
  });
}
