import { createHash, timingSafeEqual } from 'node:crypto';
import { isIPv4 } from 'node:net';
import { Refusal } from '@talka/domain/kernel';
import type { FastifyInstance, FastifyRequest } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';

export interface HealthOptions {
  readonly metrics: Metrics;
  readonly metricsToken: string | null;
  /** Throws when the server can't do its work now. */
  readonly checkReady: () => Promise<void>;
}

/** /healthz: the process is up. /readyz: it can work. /metrics: for this machine, or with the token. */
export function healthRoutes(app: FastifyInstance, options: HealthOptions): void {
  const config = { rateLimit: false } as const;
  app.get('/healthz', { config }, async () => ({ status: 'up' }));
  app.get('/readyz', { config }, async (request) => {
    try {
      await options.checkReady();
    } catch (error) {
      request.log.warn({ err: error }, 'not ready');
      throw new Refusal('unavailable');
    }
    return { status: 'ready' };
  });
  app.get('/metrics', { config }, async (request, reply) => {
    if (!mayReadMetrics(request, options.metricsToken)) throw new Refusal('not-found');
    const { contentType, body } = await options.metrics.text();
    return reply.header('content-type', contentType).send(body);
  });
}

function mayReadMetrics({ headers, socket }: FastifyRequest, token: string | null): boolean {
  if (token !== null) return isSame(headers.authorization ?? '', `Bearer ${token}`);
  const isProxied = 'x-forwarded-for' in headers || 'forwarded' in headers || 'via' in headers;
  return !isProxied && isLoopback(socket.remoteAddress ?? '');
}

function isLoopback(address: string): boolean {
  const plain = address.replace(/^::ffff:/, '');
  return plain === '::1' || (isIPv4(plain) && plain.startsWith('127.'));
}

function isSame(given: string, expected: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(given), digest(expected));
}
