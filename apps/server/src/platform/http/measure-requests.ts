import type { FastifyInstance } from 'fastify';
import type { Metrics } from '../metrics/metrics.ts';

const BUCKETS_SECONDS = [0.001, 0.003, 0.01, 0.03, 0.1, 0.3, 1, 3, 10];

/** Counts and times every answer by its route (never by its address, of which there are endlessly many). */
export function measureRequests(app: FastifyInstance, metrics: Metrics): void {
  const duration = metrics.histogram('talka_http_request_duration_seconds', 'Time to answer an HTTP request.', {
    buckets: BUCKETS_SECONDS,
    labels: ['method', 'route', 'status'],
  });
  app.addHook('onResponse', async (request, reply) => {
    const route = request.routeOptions.url ?? 'none';
    const labels = { method: request.method, route, status: String(reply.statusCode) };
    duration.observe(labels, reply.elapsedTime / 1000);
    request.log.debug({ ...labels, milliseconds: reply.elapsedTime }, 'answered');
  });
}
