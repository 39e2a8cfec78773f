import fc from 'fast-check';
import type { Row } from '@talka/domain/kernel';
import { BOARD_TABLES } from '@talka/domain/wire';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { ModelBrowser } from './testing/model-browser.ts';
import { ModelServer } from './testing/model-server.ts';
import type { ModelTab } from './testing/model-tab.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

const pass = (ms: number) => vi.advanceTimersByTimeAsync(ms);
/** Enough for the longest chain of time-outs. */
const LONG_MS = 15_000;

function aWorld() {
  const server = new ModelServer();
  return { server, browser: new ModelBrowser(server) };
}

function rowsOf(store: ModelServer['store']) {
  const byId = (one: Row, other: Row) => (one.id < other.id ? -1 : 1);
  return BOARD_TABLES.map((table) => [...store.rows<Row>(table)].toSorted(byId));
}

describe('a board in one tab', () => {
  it('is shown from what is kept while the server is away', async () => {
    const { server, browser } = aWorld();
    const first = browser.openTab();
    await pass(2_000);
    first.close();
    server.setUp(false);
    const second = browser.openTab();
    await pass(50);
    expect(second.session.status.get()).toEqual({ is: 'ready' });
    expect(second.name).toBe('Garden');
    expect(second.session.sync.get()).toEqual({ is: 'offline', waiting: 0 });
  });

  it('sends what was done offline exactly once, the tab closed in between', async () => {
    const { server, browser } = aWorld();
    const first = browser.openTab();
    await pass(2_000);
    server.setUp(false);
    first.rename('one');
    first.rename('two');
    await pass(100);
    first.close();
    const second = browser.openTab();
    await pass(100);
    expect(second.name).toBe('two');
    expect(second.session.sync.get()).toEqual({ is: 'offline', waiting: 2 });
    second.rename('three');
    server.setUp(true);
    await pass(3_000);
    expect(server.names).toEqual(['one', 'two', 'three']);
    expect(second.session.sync.get()).toEqual({ is: 'live', waiting: 0 });
    expect(browser.disk.unsent).toEqual([]);
  });

  it('loads by itself when the server comes that was away at first', async () => {
    const { server, browser } = aWorld();
    server.setUp(false);
    const [one, other] = [browser.openTab(), browser.openTab()];
    await pass(5_000);
    expect(one.session.status.get().is).toBe('failed');
    expect(other.session.status.get().is).toBe('failed');
    server.setUp(true);
    await pass(5_000);
    expect([one.name, other.name]).toEqual(['Garden', 'Garden']);
    expect(other.session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('works from the network alone when the disk is full, and says so', async () => {
    const { server, browser } = aWorld();
    browser.isFull = true;
    const tab = browser.openTab();
    await pass(2_000);
    tab.rename('one');
    await pass(2_000);
    expect(server.names).toEqual(['one']);
    expect(tab.session.local.health.get()).toBe('unkept');
    expect(browser.disk.copy).toBeNull();
  });

  it('keeps what the server refused, with the reason, until it is discarded', async () => {
    const { server, browser } = aWorld();
    const first = browser.openTab();
    await pass(2_000);
    server.setUp(false);
    first.rename('one');
    await pass(100);
    first.close();
    server.role = 'visitor';
    const second = browser.openTab();
    server.setUp(true);
    await pass(3_000);
    expect(second.name).toBe('Garden');
    expect(second.lost).toEqual(['forbidden']);
    const [edit] = second.session.lost.edits.get();
    expect(edit).toMatchObject({ n: 'board.rename', a: { name: 'one' }, code: 'forbidden' });
    expect(browser.disk.unsent).toEqual([]);
    expect(browser.disk.copy?.role).toBe('visitor');
    if (edit !== undefined) await Promise.all([second.session.discardLost([edit]), pass(50)]);
    expect(browser.disk.lost).toEqual([]);
  });

  it('leaves no copy of a board that is no longer shared, and tells what was lost by that', async () => {
    const { server, browser } = aWorld();
    const first = browser.openTab();
    await pass(2_000);
    server.setUp(false);
    first.rename('one');
    await pass(100);
    server.role = null;
    server.setUp(true);
    await pass(3_000);
    expect(first.session.status.get()).toEqual({ is: 'missing' });
    expect(browser.disk).toMatchObject({ copy: null, unsent: [], lost: [{ code: 'no-access', a: { name: 'one' } }] });
  });

  it('goes on under new counters when the server knows fewer than it acknowledged', async () => {
    const { server, browser } = aWorld();
    const tab = browser.openTab();
    await pass(2_000);
    tab.rename('one');
    tab.rename('two');
    await pass(2_000);
    server.setUp(false);
    server.forgetCounters();
    tab.rename('three');
    await pass(100);
    server.setUp(true);
    await pass(3_000);
    tab.rename('four');
    await pass(3_000);
    expect(server.names).toEqual(['one', 'two', 'three', 'four']);
    expect(browser.disk.unsent).toEqual([]);
  });
});

describe('a board in several tabs', () => {
  it('shows in each what is done in any, offline too', async () => {
    const { server, browser } = aWorld();
    const [one, other] = [browser.openTab(), browser.openTab()];
    await pass(2_000);
    one.rename('from one');
    await pass(200);
    expect(other.name).toBe('from one');
    server.setUp(false);
    other.rename('from other');
    await pass(200);
    expect(one.name).toBe('from other');
    expect([one.session.sync.get(), other.session.sync.get()]).toEqual(
      Array.from({ length: 2 }, () => ({ is: 'offline', waiting: 1 })),
    );
    server.setUp(true);
    await pass(3_000);
    expect(server.names).toEqual(['from one', 'from other']);
    expect(other.session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('is kept whole by a tab that had it from another, which ends before it could keep it', async () => {
    const { server, browser } = aWorld();
    const one = browser.openTab();
    await pass(100);
    const other = browser.openTab();
    await pass(100);
    expect(browser.disk.copy).toBeNull();
    one.crash();
    other.rename('by itself');
    await pass(3_000);
    await expectKept({ server, browser });
  });

  it('is kept as it is when it was behind what the other tab told', async () => {
    const { server, browser } = aWorld();
    const one = browser.openTab();
    await pass(2_000);
    server.rename('seen');
    await pass(100);
    const other = browser.openTab();
    await pass(100);
    one.crash();
    await pass(3_000);
    expect(other.name).toBe('seen');
    await expectKept({ server, browser });
  });

  it('goes on when the leading tab is killed while it sends', async () => {
    const { server, browser } = aWorld();
    const [one, other] = [browser.openTab(), browser.openTab()];
    await pass(2_000);
    one.rename('first');
    other.rename('second');
    await pass(30);
    one.crash();
    other.rename('third');
    await pass(5_000);
    expect(server.names).toEqual(['first', 'second', 'third']);
    expect(other.session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });
});

type Step =
  | { readonly do: 'open' }
  | { readonly do: 'edit' | 'close' | 'crash'; readonly at: number }
  | { readonly do: 'server'; readonly isUp: boolean }
  | { readonly do: 'wait'; readonly ms: number };

const steps: fc.Arbitrary<readonly Step[]> = fc.array(
  fc.oneof(
    { weight: 2, arbitrary: fc.constant<Step>({ do: 'open' }) },
    { weight: 8, arbitrary: fc.nat(3).map<Step>((at) => ({ do: 'edit', at })) },
    { weight: 2, arbitrary: fc.nat(3).map<Step>((at) => ({ do: 'close', at })) },
    { weight: 2, arbitrary: fc.nat(3).map<Step>((at) => ({ do: 'crash', at })) },
    { weight: 2, arbitrary: fc.boolean().map<Step>((isUp) => ({ do: 'server', isUp })) },
    { weight: 6, arbitrary: fc.constantFrom(0, 1, 2, 19, 21, 45, 600, 4_000).map<Step>((ms) => ({ do: 'wait', ms })) },
  ),
  { minLength: 5, maxLength: 40 },
);

/** Everything somebody did in a world, and what may be missing of it. */
interface Deeds {
  readonly all: string[];
  /** Done in a tab that was killed before it could keep it. */
  readonly fleeting: Set<string>;
}

interface Person {
  readonly tab: ModelTab;
  readonly own: string[];
}

async function live({ server, browser }: ReturnType<typeof aWorld>, plan: readonly Step[]): Promise<Deeds> {
  const deeds: Deeds = { all: [], fleeting: new Set() };
  const people: Person[] = [{ tab: browser.openTab(), own: [] }];
  for (const step of plan) {
    if (step.do === 'open') people.push({ tab: browser.openTab(), own: [] });
    else if (step.do === 'server') server.setUp(step.isUp);
    else if (step.do === 'wait') await pass(step.ms);
    else act(people, step, deeds);
  }
  return deeds;
}

function act(people: readonly Person[], step: Extract<Step, { at: number }>, deeds: Deeds): void {
  const alive = people.filter(({ tab }) => tab.isAlive);
  const chosen = alive[step.at % Math.max(1, alive.length)];
  if (chosen === undefined) return;
  const { tab, own } = chosen;
  const name = `edit ${deeds.all.length}`;
  if (step.do === 'edit' && tab.rename(name)) {
    deeds.all.push(name);
    own.push(name);
  }
  if (step.do === 'edit') return;
  tab[step.do]();
  for (const each of own.filter((one) => !tab.kept.has(one))) deeds.fleeting.add(each);
}

describe('whatever happens to tabs and server', () => {
  it(
    'does everything that was kept exactly once, and every copy ends as the server has it',
    { timeout: 120_000 },
    async () => {
      await fc.assert(
        fc.asyncProperty(steps, async (plan) => {
          const world = aWorld();
          const deeds = await live(world, plan);
          world.server.setUp(true);
          const last = world.browser.openTab();
          await pass(LONG_MS);
          const { names } = world.server;
          expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
          expect(deeds.all.filter((name) => !names.includes(name) && !deeds.fleeting.has(name))).toEqual([]);
          expect(last.session.sync.get()).toEqual({ is: 'live', waiting: 0 });
          expect(rowsOf(last.session.replica.store)).toEqual(rowsOf(world.server.store));
          expect(world.browser.disk.unsent).toEqual([]);
          await expectKept(world);
          // This world's tabs would go on beside the next one's.
          vi.clearAllTimers();
        }),
        { numRuns: 2_000 },
      );
    },
  );
});

/** What lies on the disk is what the server has, too. */
async function expectKept({ server, browser }: ReturnType<typeof aWorld>): Promise<void> {
  server.setUp(false);
  const reader = new ModelBrowser(server);
  Object.assign(reader.disk, structuredClone(browser.disk));
  const tab = reader.openTab();
  await pass(100);
  expect(rowsOf(tab.session.replica.store)).toEqual(rowsOf(server.store));
}
