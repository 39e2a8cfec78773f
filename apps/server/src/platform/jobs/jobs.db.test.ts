import { pino } from 'pino';
import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { z } from 'zod';
import { makeId } from '@talka/domain/kernel';
import { randomBytes } from 'node:crypto';
import type { Database } from '../database/database.ts';
import { describeOnEachEngine } from '../database/testing.ts';
import { createJobs, type Jobs, type JobSettings } from './index.ts';

const START = 1_800_000_000_000;
const Letter = z.object({ to: z.string() });

describeOnEachEngine('jobs', (openTestDatabase) => {
  let database: Database;
  let now: number;
  let lines: { level: number; msg: string }[];
  let nodes: Jobs[];

  beforeEach(async () => {
    database = await openTestDatabase();
    now = START;
    lines = [];
    nodes = [];
  });

  afterEach(async () => {
    for (const node of nodes) await node.stop();
  });

  function aNode(settings: Partial<JobSettings> = {}): Jobs {
    const log = pino({ level: 'warn' }, { write: (line) => void lines.push(JSON.parse(line)) });
    const clock = { now: () => now };
    const ids = { next: () => makeId(now, randomBytes(10)), secret: () => randomBytes(32).toString('base64url') };
    const node = createJobs({ database, clock, ids, log, chance: () => 1, settings: { pollMs: 10, ...settings } });
    nodes.push(node);
    return node;
  }

  function enqueue(node: Jobs, kind = 'letter', payload: unknown = { to: 'mara' }, runAt?: number): Promise<void> {
    return database.transaction((tx) => node.enqueue(tx, kind, payload, runAt ? { runAt } : undefined));
  }

  const rows = () => database.kysely.selectFrom('jobs').selectAll().execute();

  it('run after the change that asked for them', async () => {
    const done: string[] = [];
    const node = aNode();
    node.handle('letter', Letter, async ({ to }) => void done.push(to));
    node.start();
    await enqueue(node);
    await vi.waitFor(() => expect(done).toEqual(['mara']));
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
  });

  it('are forgotten with a change that fails', async () => {
    const node = aNode();
    const change = database.transaction(async (tx) => {
      await node.enqueue(tx, 'letter', { to: 'mara' });
      throw new Error('changed my mind');
    });
    await expect(change).rejects.toThrow('changed my mind');
    expect(await rows()).toEqual([]);
  });

  it('wake the runner without waiting for its next look', async () => {
    const done: string[] = [];
    const node = aNode({ pollMs: 60_000 });
    node.handle('letter', Letter, async ({ to }) => void done.push(to));
    node.start();
    await new Promise((resolve) => setTimeout(resolve, 50));
    await enqueue(node);
    await vi.waitFor(() => expect(done).toEqual(['mara']));
  });

  it('wait for their time', async () => {
    const done: string[] = [];
    const node = aNode();
    node.handle('letter', Letter, async ({ to }) => void done.push(to));
    await enqueue(node, 'letter', { to: 'later' }, START + 120_000);
    await enqueue(node);
    node.start();
    await vi.waitFor(() => expect(done).toEqual(['mara']));
    now += 120_000;
    await vi.waitFor(() => expect(done).toEqual(['mara', 'later']));
  });

  it('come back later and later when they fail, then are kept as dead', async () => {
    const attempts: number[] = [];
    const node = aNode({ maxAttempts: 3 });
    node.handle('letter', Letter, async (_, { attempt }) => {
      attempts.push(attempt);
      throw new Error(`no post today ${attempt}`);
    });
    await enqueue(node);
    node.start();
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ run_at: START + 5_000, locked_by: null }));
    now += 5_000;
    await vi.waitFor(async () => expect((await rows())[0]).toMatchObject({ run_at: START + 15_000, attempts: 2 }));
    now += 10_000;
    await vi.waitFor(async () => expect(await node.dead()).toHaveLength(1));
    expect(attempts).toEqual([1, 2, 3]);
    expect(await node.dead()).toMatchObject([{ kind: 'letter', attempts: 3, error: 'no post today 3', diedAt: now }]);
    expect(await node.counts()).toEqual({ waiting: 0, dead: 1 });
    expect(lines.at(-1)).toMatchObject({ level: 50, msg: 'jobs: gave up on a job; it is kept as dead' });
  });

  it('can be brought back from the dead', async () => {
    let post = false;
    const node = aNode({ maxAttempts: 1 });
    node.handle('letter', Letter, async () => {
      if (!post) throw new Error('no post');
    });
    await enqueue(node);
    node.start();
    await vi.waitFor(async () => expect(await node.dead()).toHaveLength(1));
    post = true;
    const [dead] = await node.dead();
    expect(await node.revive(dead?.id ?? '')).toBe(true);
    await vi.waitFor(async () => expect(await rows()).toEqual([]));
    expect(await node.revive(dead?.id ?? '')).toBe(false);
  });

  it('of a kind nobody here knows stay for a node that does', async () => {
    const older = aNode();
    older.handle('letter', Letter, async () => {});
    older.start();
    await enqueue(older, 'telegram');
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect(await rows()).toMatchObject([{ kind: 'telegram', attempts: 0, dead_at: null }]);
    const done: string[] = [];
    const newer = aNode();
    newer.handle('telegram', Letter, async ({ to }) => void done.push(to));
    newer.start();
    await vi.waitFor(() => expect(done).toEqual(['mara']));
  });

  it('refuse a payload their kind does not understand, with the change that made it', async () => {
    const node = aNode();
    node.handle('letter', Letter, async () => {});
    await expect(enqueue(node, 'letter', { to: 7 })).rejects.toThrow();
    expect(await rows()).toEqual([]);
  });

  it('are shared by many nodes, each run once', async () => {
    const done: string[] = [];
    const makers = [aNode(), aNode(), aNode()];
    for (const node of makers) node.handle('letter', Letter, async ({ to }) => void done.push(to));
    const names = Array.from({ length: 60 }, (_, index) => `n${index}`);
    for (const to of names) await enqueue(makers[0] as Jobs, 'letter', { to });
    for (const node of makers) node.start();
    await vi.waitFor(async () => expect(await rows()).toEqual([]), { timeout: 5_000 });
    expect(done.toSorted()).toEqual(names.toSorted());
  });

  it('run again when the node that had them is gone', async () => {
    await enqueue(aNode());
    const gone = { locked_by: 'gone', locked_until: START + 60_000, attempts: 1 };
    await database.kysely.updateTable('jobs').set(gone).execute();
    const attempts: number[] = [];
    const node = aNode();
    node.handle('letter', Letter, async (_, { attempt }) => void attempts.push(attempt));
    node.start();
    await new Promise((resolve) => setTimeout(resolve, 60));
    expect(attempts).toEqual([]);
    now += 60_000;
    await vi.waitFor(() => expect(attempts).toEqual([2]));
  });

  it('that end the process each time are kept as dead in the end', async () => {
    await enqueue(aNode());
    const gone = { locked_by: 'gone', locked_until: START - 1, attempts: 2 };
    await database.kysely.updateTable('jobs').set(gone).execute();
    const node = aNode({ maxAttempts: 2 });
    node.handle('letter', Letter, async () => expect.unreachable('it must not run again'));
    node.start();
    await vi.waitFor(async () =>
      expect(await node.dead()).toMatchObject([{ error: 'the process ended while it ran' }]),
    );
  });

  it('whose lease was lost do not end the run of another node', async () => {
    let letGo = () => {};
    const slow = aNode();
    slow.handle('letter', Letter, () => new Promise((resolve) => (letGo = resolve)));
    slow.start();
    await enqueue(slow);
    await vi.waitFor(async () => expect((await rows())[0]?.locked_by).not.toBeNull());
    await database.kysely.updateTable('jobs').set({ locked_by: 'another' }).execute();
    letGo();
    await slow.stop();
    expect(await rows()).toMatchObject([{ locked_by: 'another' }]);
  });

  it('in their run are waited for at the stop, and no new one begins', async () => {
    const done: string[] = [];
    const begun = Promise.withResolvers<void>();
    const node = aNode({ slots: 1 });
    node.handle('letter', Letter, async ({ to }) => {
      begun.resolve();
      await new Promise((resolve) => setTimeout(resolve, 80));
      done.push(to);
    });
    await enqueue(node, 'letter', { to: 'first' });
    now += 1;
    await enqueue(node, 'letter', { to: 'second' });
    node.start();
    await begun.promise;
    await node.stop();
    expect(done).toEqual(['first']);
    expect(await rows()).toHaveLength(1);
  });

  it('that hang do not hold up the stop for ever, and stay to be run again', async () => {
    const begun = Promise.withResolvers<void>();
    const node = aNode({ stopMs: 30 });
    node.handle('letter', Letter, () => {
      begun.resolve();
      return new Promise(() => {});
    });
    await enqueue(node);
    node.start();
    await begun.promise;
    await node.stop();
    expect(await rows()).toMatchObject([{ attempts: 1, dead_at: null, locked_until: START + 60_000 }]);
  });
});
