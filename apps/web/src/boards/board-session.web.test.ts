import type { TaskId } from '@talka/domain/kernel';
import { SCHEMA_VERSION } from '@talka/domain/wire';
import { describe, expect, it } from 'vitest';
import { ApiProblem } from '../app/api-problem.ts';
import { aSession, pass } from './testing/a-session.ts';
import { BOARD_ID } from './testing/board-rows.ts';
import { ada, mika } from './testing/people.ts';

const task = (title: string) => title as TaskId;

describe('opening a board', () => {
  it('loads it, says hello with what it has, and is live', async () => {
    const { session, server } = aSession();
    expect(session.status.get()).toEqual({ is: 'loading' });
    expect(session.sync.get()).toEqual({ is: 'offline', waiting: 0 });
    await pass();
    expect(session.status.get()).toEqual({ is: 'ready' });
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
    expect(server.heard).toEqual([{ t: 'hello', board: BOARD_ID, cid: 'page 1', since: 0, schema: SCHEMA_VERSION }]);
  });

  it('is missing when the server knows no such board for this person', async () => {
    const { session } = aSession({ fetchSnapshot: () => Promise.reject(new ApiProblem('not-found')) });
    await pass();
    expect(session.status.get()).toEqual({ is: 'missing' });
  });

  it('says what went wrong, and loads at the next try', async () => {
    const problem = new ApiProblem('unreachable');
    let isDown = true;
    const { session } = aSession({
      fetchSnapshot: (server) => (isDown ? Promise.reject(problem) : Promise.resolve(server.snapshot())),
    });
    await pass();
    expect(session.status.get()).toEqual({ is: 'failed', problem });
    isDown = false;
    session.retry();
    expect(session.status.get()).toEqual({ is: 'loading' });
    await pass();
    expect(session.status.get()).toEqual({ is: 'ready' });
    expect(session.sync.get().is).toBe('live');
  });

  it('asks for a new page when the server speaks a newer version', async () => {
    const { session } = aSession({
      fetchSnapshot: (server) => Promise.resolve({ ...server.snapshot(), schema: SCHEMA_VERSION + 1 }),
    });
    await pass();
    expect(session.status.get()).toEqual({ is: 'outdated' });
  });

  it('catches up with what happened between the fetch and the hello', async () => {
    const { session, server, titles } = aSession({
      fetchSnapshot: (from) => {
        const before = from.snapshot();
        from.act(ada, 'task.rename', { id: task('Write'), title: 'Write a book' });
        return Promise.resolve(before);
      },
    });
    await pass();
    expect(server.heard).toMatchObject([{ t: 'hello', since: 0 }]);
    expect(titles('Next')).toEqual(['Write a book', 'Draw']);
    expect(session.replica.seq).toBe(1);
  });

  it('hears nothing more once it is closed', async () => {
    const { session, server, network, close, titles } = aSession();
    await pass();
    close();
    expect(server.heard.at(-1)).toEqual({ t: 'bye', board: BOARD_ID });
    server.act(ada, 'task.rename', { id: task('Write'), title: 'Later' });
    await pass(60_000);
    expect(titles('Next')).toEqual(['Write', 'Draw']);
    expect(network.sockets).toHaveLength(1);
    expect(session.status.get()).toEqual({ is: 'ready' });
  });
});

describe('a change made here', () => {
  it('is seen at once, and is saved when the server has answered', async () => {
    const { session, server, titles } = aSession();
    await pass();
    expect(session.run('task.rename', { id: task('Write'), title: 'Write a book' }).ok).toBe(true);
    expect(titles('Next')).toEqual(['Write a book', 'Draw']);
    expect(session.sync.get()).toEqual({ is: 'saving', waiting: 1 });
    await pass();
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
    expect(server.commandsHeard()).toEqual([['task.rename', { id: 'Write', title: 'Write a book' }]]);
  });

  it('that a rule forbids changes nothing and isn’t sent', async () => {
    const { session, server, titles } = aSession();
    await pass();
    const answer = session.run('task.rename', { id: task('Write'), title: '  ' });
    expect(answer).toMatchObject({ ok: false, problem: { code: 'text-empty' } });
    expect(titles('Next')).toEqual(['Write', 'Draw']);
    expect(server.commandsHeard()).toEqual([]);
  });

  it('that the role forbids isn’t tried', async () => {
    const { session, server } = aSession();
    await pass();
    expect(session.run('board.rename', { name: 'Mine' })).toMatchObject({ ok: false, problem: { code: 'forbidden' } });
    expect(server.commandsHeard()).toEqual([]);
  });

  it('that the server refuses is taken back, and told', async () => {
    const { session, server, lost, titles } = aSession();
    await pass();
    server.hold();
    server.act(ada, 'column.delete', { id: 'Next' as never, to: null });
    session.run('task.add', { column: 'Next' as never, after: null, tasks: [{ id: task('new'), title: 'Late' }] });
    expect(titles('Next')).toEqual(['Late', 'Write', 'Draw']);
    server.send({ t: 'x', board: BOARD_ID, c: 'page 1', i: 1, code: 'board-full', info: { max: 50_000 } });
    server.resume();
    await pass();
    expect(lost).toMatchObject([
      { pending: { n: 'task.add' }, problem: { code: 'board-full', info: { max: 50_000 } } },
    ]);
    expect(titles('Next')).toEqual([]);
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('stays on top while news of others come in', async () => {
    const { session, server, titles } = aSession({ plan: { Next: ['Write', 'Draw'], Doing: [] } });
    await pass();
    server.hold();
    session.run('task.move', { id: task('Draw'), column: 'Doing' as never, after: null });
    server.act(ada, 'task.rename', { id: task('Draw'), title: 'Draw a tree' });
    server.resume();
    await pass();
    expect(titles('Next')).toEqual(['Write']);
    expect(titles('Doing')).toEqual(['Draw a tree']);
  });
});

describe('a broken connection', () => {
  it('is offline, keeps changes, and sends each once when it is back', async () => {
    const { session, server, network } = aSession();
    await pass();
    network.latest.drop();
    expect(session.sync.get()).toEqual({ is: 'offline', waiting: 0 });
    session.run('task.rename', { id: task('Write'), title: 'One' });
    session.run('task.rename', { id: task('Write'), title: 'Two' });
    expect(session.sync.get()).toEqual({ is: 'offline', waiting: 2 });
    expect(server.commandsHeard()).toEqual([]);
    await pass(1_000);
    expect(network.sockets).toHaveLength(2);
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
    expect(server.log).toHaveLength(2);
    await pass(60_000);
    expect(server.log).toHaveLength(2);
  });

  it('doesn’t do twice what the server did but couldn’t answer', async () => {
    const { session, server, network, titles } = aSession();
    await pass();
    server.hold();
    session.run('task.add', { column: 'Next' as never, after: null, tasks: [{ id: task('new'), title: 'Once' }] });
    await pass();
    network.latest.drop();
    expect(server.log).toHaveLength(1);
    server.resume();
    await pass(1_000);
    expect(titles('Next')).toEqual(['Once', 'Write', 'Draw']);
    expect(server.log).toHaveLength(1);
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('hears of a refusal that was lost on the way', async () => {
    const { session, server, network, lost } = aSession();
    await pass();
    session.replica.role = 'admin';
    server.hold();
    session.run('board.rename', { name: 'Not mine to name' });
    await pass();
    network.latest.drop();
    server.resume();
    await pass(1_000);
    expect(lost).toMatchObject([{ problem: { code: 'forbidden' } }]);
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('that went away without a word is noticed after ten seconds without an answer', async () => {
    const { session, server, network } = aSession();
    await pass();
    server.hold();
    session.run('task.rename', { id: task('Write'), title: 'Into the void' });
    await pass(9_900);
    expect(network.sockets).toHaveLength(1);
    await pass(1_000);
    expect(network.sockets).toHaveLength(2);
    server.resume();
    await pass();
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('is left alone while nothing waits for an answer', async () => {
    const { network } = aSession();
    await pass(300_000);
    expect(network.sockets).toHaveLength(1);
  });
});

describe('news from the server', () => {
  it('with a gap before it makes the page catch up', async () => {
    const { server, titles } = aSession();
    await pass();
    server.act(ada, 'task.rename', { id: task('Write'), title: 'One' });
    server.act(ada, 'task.rename', { id: task('Draw'), title: 'Two' });
    const [, second] = server.log;
    server.hold();
    await pass();
    expect(server.heard).toHaveLength(1);
    if (second !== undefined) server.seatedSocket.deliver({ t: 'p', board: BOARD_ID, b: [second] });
    server.drop();
    await pass();
    expect(server.heard).toMatchObject([{ since: 0 }, { t: 'hello', since: 0 }]);
    expect(titles('Next')).toEqual(['One', 'Two']);
  });

  it('that this copy is too old makes it load the board anew, keeping what waits', async () => {
    const { session, server, fetched, titles } = aSession();
    await pass();
    server.hold();
    session.run('task.rename', { id: task('Write'), title: 'Mine' });
    server.drop();
    server.send({ t: 'reload', board: BOARD_ID, why: 'behind' });
    await pass();
    expect(fetched()).toBe(2);
    expect(titles('Next')).toEqual(['Mine', 'Draw']);
    expect(session.sync.get()).toEqual({ is: 'live', waiting: 0 });
  });

  it('that this page is too old asks for a new one', async () => {
    const { session, server } = aSession();
    await pass();
    server.send({ t: 'reload', board: BOARD_ID, why: 'schema' });
    expect(session.status.get()).toEqual({ is: 'outdated' });
  });

  it('that this person was taken off the board clears the copy', async () => {
    const { session, server, network, titles } = aSession();
    await pass();
    server.send({ t: 'revoked', board: BOARD_ID });
    expect(session.status.get()).toEqual({ is: 'missing' });
    expect(titles('Next')).toEqual([]);
    network.latest.drop();
    await pass(5_000);
    expect(server.heard.filter(({ t }) => t === 'hello')).toHaveLength(1);
  });

  it('that it couldn’t take a frame makes the page say hello a little later', async () => {
    const { session, server } = aSession();
    await pass();
    server.send({ t: 'error', board: BOARD_ID, code: 'unavailable' });
    expect(session.sync.get().is).toBe('offline');
    await pass(1_400);
    expect(server.heard).toHaveLength(1);
    await pass(200);
    expect(server.heard).toHaveLength(2);
    expect(session.sync.get().is).toBe('live');
  });

  it('that the role is another one is told to everything on the screen', async () => {
    const { session, server } = aSession();
    await pass();
    let told = 0;
    session.subscriptions.subscribe('task/Write', () => {
      told += 1;
    });
    server.act(ada, 'member.setRole', { user: mika.id, role: 'visitor' });
    await pass();
    server.sendDelta();
    await pass();
    expect(session.replica.role).toBe('visitor');
    expect(told).toBeGreaterThan(0);
  });
});

describe('a fetched text', () => {
  it('is put into the copy, unless the copy knows better', async () => {
    const { session, server } = aSession();
    await pass();
    session.learn('description/Write', { id: 'Write', text: 'Fetched' });
    server.act(ada, 'task.describe', { id: task('Write'), text: 'Newer' });
    await pass();
    session.learn('description/Write', { id: 'Write', text: 'Fetched' });
    expect(session.replica.store.get({ name: 'description', listed: null }, 'Write')).toMatchObject({ text: 'Newer' });
  });
});
