import type { AddressInfo } from 'node:net';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { onTestFinished } from 'vitest';
import { systemClock } from '../clock/clock.ts';
import { createIds } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import { createMetrics } from '../metrics/create-metrics.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ReadSession } from '../session/session.ts';
import { createHttp } from './create-http.ts';
import type { HttpOptions } from './create-http.ts';
import type { OwnOrigin } from './own-origin.ts';
import { createOwnOrigin } from './own-origin.ts';

export interface TestHttpOptions {
  readonly config?: Partial<HttpOptions['config']>;
  readonly readSession?: ReadSession;
  readonly log?: Log;
  /** Adds the routes under test. */
  readonly routes?: (app: FastifyInstance, parts: TestHttpParts) => void | Promise<void>;
}

export interface TestHttpParts {
  readonly log: Log;
  readonly metrics: Metrics;
  readonly ownOrigin: OwnOrigin;
  readonly readSession: ReadSession;
}

export interface TestHttp {
  /** `http://127.0.0.1:PORT`, also an own origin. */
  readonly url: string;
  readonly app: FastifyInstance;
  /** Sends JSON as our own page would. */
  send(method: string, path: string, body?: unknown, headers?: Record<string, string>): Promise<Response>;
}

/** A real server on a free port of this machine; closed when the test ends. */
export async function startTestHttp(options: TestHttpOptions = {}): Promise<TestHttp> {
  const log = options.log ?? pino({ enabled: false });
  const metrics = createMetrics();
  const readSession = options.readSession ?? (async () => null);
  const config = { baseUrl: 'http://localhost:3000', trustProxy: [], requestsPerMinute: 100_000, ...options.config };
  const ownOrigin = createOwnOrigin(config.baseUrl, () => portOf(app));
  const ids = createIds(systemClock);
  const app: FastifyInstance = await createHttp({ config, log, ids, metrics, readSession, ownOrigin });
  await options.routes?.(app, { log, metrics, ownOrigin, readSession });
  await app.listen({ host: '127.0.0.1', port: 0 });
  onTestFinished(() => app.close());
  const url = `http://127.0.0.1:${portOf(app)}`;
  return { url, app, send: sender(url) };
}

export function portOf(app: FastifyInstance): number | null {
  const address: AddressInfo | string | null = app.server.address();
  return address === null || typeof address === 'string' ? null : address.port;
}

function sender(url: string): TestHttp['send'] {
  return (method, path, body, headers = {}) => {
    const content = body === undefined ? {} : { 'content-type': 'application/json' };
    const init = { method, headers: { origin: url, ...content, ...headers } };
    return fetch(url + path, body === undefined ? init : { ...init, body: JSON.stringify(body) });
  };
}
