import { Refusal } from '@talka/domain/kernel';
import type { FastifyContextConfig } from 'fastify';

/**
 * Route option for a stricter bound per caller's address than the general one:
 * `app.post('/api/sign-in', { config: limit(10, 60) }, …)` allows 10 requests in 60 seconds.
 */
export function limit(requests: number, seconds: number): FastifyContextConfig {
  return { rateLimit: { max: requests, timeWindow: seconds * 1000 } };
}

export function tooManyRequests(context: { readonly ttl: number }): Refusal {
  return new Refusal('too-many-requests', { retryAfterSeconds: Math.max(1, Math.ceil(context.ttl / 1000)) });
}
