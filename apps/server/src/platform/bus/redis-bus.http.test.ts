import { spawn, spawnSync } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createServer } from 'node:net';
import { pino } from 'pino';
import { expect, onTestFinished, test, vi } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import type { Bus } from './bus.ts';
import { openBus } from './open-bus.ts';

const REDIS_URL = process.env['TEST_REDIS_URL'];
const hasRedisServer = spawnSync('redis-server', ['--version']).status === 0;

async function aNode(redisUrl: string, installation: string): Promise<Bus> {
  const log = pino({ enabled: false });
  const bus = await openBus({
    redisUrl,
    installation,
    nodeId: randomUUID(),
    clock: systemClock,
    log,
    metrics: createMetrics(),
  });
  onTestFinished(() => bus.close());
  return bus;
}

function anEar() {
  const heard: string[] = [];
  const ear = { heard: (message: string) => void heard.push(message), missed: vi.fn<() => void>() };
  return { heard, ear };
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (typeof address !== 'object' || address === null) throw new Error('no port');
  return address.port;
}

async function aRedis(port: number): Promise<{ stop(): Promise<void>; kill(signal: NodeJS.Signals): void }> {
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no'];
  const child = spawn('redis-server', args, { stdio: 'ignore' });
  onTestFinished(() => void child.kill('SIGKILL'));
  return {
    kill: (signal) => void child.kill(signal),
    async stop() {
      child.kill('SIGKILL');
      await once(child, 'exit');
    },
  };
}

const patience = { timeout: 10_000, interval: 20 };

test.runIf(REDIS_URL)('a message reaches every other node of the same database, and no other', async () => {
  const secret = randomUUID();
  const [one, two, three] = await Promise.all([1, 2, 3].map(() => aNode(REDIS_URL ?? '', secret)));
  const stranger = await aNode(REDIS_URL ?? '', randomUUID());
  if (one === undefined || two === undefined || three === undefined) throw new Error('no nodes');
  const ears = [one, two, three, stranger].map((bus) => {
    const { heard, ear } = anEar();
    bus.subscribe('news', ear);
    return { heard, ear };
  });
  await vi.waitFor(() => expect(ears.every(({ ear }) => ear.missed.mock.calls.length > 0)).toBe(true), patience);
  await vi.waitFor(() => expect([one, two, three].map(({ state }) => state)).toEqual(['up', 'up', 'up']), patience);
  one.publish('news', 'hello to you');
  one.publish('elsewhere', 'not for you');
  await vi.waitFor(() => expect(ears.map(({ heard }) => heard)).toEqual([[], ['hello to you'], ['hello to you'], []]));
});

test.runIf(REDIS_URL)('who stopped listening hears no more', async () => {
  const secret = randomUUID();
  const [one, two] = [await aNode(REDIS_URL ?? '', secret), await aNode(REDIS_URL ?? '', secret)];
  const [gone, stays] = [anEar(), anEar()];
  const leave = two.subscribe('a', gone.ear);
  two.subscribe('b', stays.ear);
  await vi.waitFor(() => expect(stays.ear.missed).toHaveBeenCalled(), patience);
  await vi.waitFor(() => expect(one.state).toBe('up'), patience);
  leave();
  one.publish('a', 'x');
  one.publish('b', 'y');
  await vi.waitFor(() => expect(stays.heard).toEqual(['y']));
  expect(gone.heard).toEqual([]);
});

test.runIf(hasRedisServer)(
  'a Redis that stops, hangs and comes back is borne, and those who listen are told to look for themselves',
  async () => {
    const port = await freePort();
    const url = `redis://127.0.0.1:${port}`;
    const secret = randomUUID();
    const [one, two] = [await aNode(url, secret), await aNode(url, secret)];
    const { heard, ear } = anEar();
    two.subscribe('news', ear);
    one.publish('news', 'nobody can hear this');
    expect(one.state).toBe('down');
    const redis = await aRedis(port);
    await vi.waitFor(() => expect([one.state, two.state]).toEqual(['up', 'up']), patience);
    await vi.waitFor(() => expect(ear.missed).toHaveBeenCalledTimes(1), patience);
    redis.kill('SIGSTOP');
    await vi.waitFor(() => expect([one.state, two.state]).toEqual(['down', 'down']), patience);
    for (let at = 0; at < 20_000; at += 1) one.publish('news', 'x'.repeat(1_000));
    redis.kill('SIGCONT');
    await redis.stop();
    await aRedis(port);
    await vi.waitFor(() => expect([one.state, two.state]).toEqual(['up', 'up']), patience);
    await vi.waitFor(() => expect(ear.missed.mock.calls.length).toBeGreaterThan(1), patience);
    one.publish('news', 'back');
    // What lay in a socket when Redis was killed may still come: late, and harmless.
    await vi.waitFor(() => expect(heard.at(-1)).toBe('back'), patience);
  },
  40_000,
);
