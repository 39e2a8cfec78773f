import { createHash } from 'node:crypto';
import type { RedisOptions } from 'ioredis';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Bus } from './bus.ts';
import { createLoneBus } from './in-process-bus.ts';
import { RedisBus } from './redis-bus.ts';

export interface BusOptions {
  /** null: this node is alone. */
  readonly redisUrl: string | null;
  /** What only the nodes of one database have in common; any text. */
  readonly installation: string;
  readonly nodeId: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

const RETRY_AT_MOST_MS = 1_000;

/** Never fails: a Redis that can't be reached is tried again for ever. */
export async function openBus({ redisUrl, installation, ...options }: BusOptions): Promise<Bus> {
  if (redisUrl === null) return createLoneBus();
  const { Redis } = await import('ioredis');
  const connection = {
    protocol: 2 as const,
    lazyConnect: true,
    // Nothing waits for a connection that is away: late messages are worth nothing.
    enableOfflineQueue: false,
    autoResubscribe: false,
    autoResendUnfulfilledCommands: false,
    maxRetriesPerRequest: 0,
    connectTimeout: 3_000,
    keepAlive: 5_000,
    retryStrategy: (attempt) => Math.min(50 * 2 ** Math.min(attempt, 10), RETRY_AT_MOST_MS),
  } satisfies RedisOptions;
  const scope = `talka:${createHash('sha256').update(installation).digest('hex').slice(0, 32)}`;
  const [sender, receiver] = [new Redis(redisUrl, connection), new Redis(redisUrl, connection)];
  return new RedisBus({ ...options, scope, sender, receiver });
}
