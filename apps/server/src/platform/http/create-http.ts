import fastifyHelmet from '@fastify/helmet';
import fastifyRateLimit from '@fastify/rate-limit';
import { LIMITS, Refusal } from '@talka/domain/kernel';
import { LogController, fastify } from 'fastify';
import type { FastifyBaseLogger, FastifyInstance } from 'fastify';
import type { Config } from '../config/config.ts';
import type { Ids } from '../ids/ids.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { ReadSession } from '../session/session.ts';
import { handleError } from './error-handler.ts';
import { tooManyRequests } from './limit.ts';
import { measureRequests } from './measure-requests.ts';
import type { OwnOrigin } from './own-origin.ts';
import { PERMISSIONS_POLICY, securityHeaders } from './security-headers.ts';

export interface HttpOptions {
  readonly config: Pick<Config, 'baseUrl' | 'trustProxy' | 'requestsPerMinute'>;
  readonly log: Log;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly readSession: ReadSession;
  readonly ownOrigin: OwnOrigin;
}

const REQUEST_TIMEOUT_MS = 30_000;

/**
 * The HTTP server before its routes: strict headers, request ids, one place for errors, limits, a session on every
 * request under /api. Add routes, then `serveWeb`, then listen.
 */
export async function createHttp(options: HttpOptions): Promise<FastifyInstance> {
  const { config, ids } = options;
  const log: FastifyBaseLogger = options.log;
  const app = fastify({
    loggerInstance: log,
    logController: new LogController({ disableRequestLogging: true, requestIdLogLabel: 'requestId' }),
    bodyLimit: LIMITS.requestBodyBytes,
    genReqId: () => ids.next(),
    requestTimeout: REQUEST_TIMEOUT_MS,
    trustProxy: config.trustProxy.length > 0 ? [...config.trustProxy] : false,
    frameworkErrors: (error, request, reply) => void handleError(error, request, reply),
  });
  app.removeContentTypeParser('text/plain');
  app.setErrorHandler(handleError);
  measureRequests(app, options.metrics);
  addBasicHeaders(app);
  await app.register(fastifyHelmet, securityHeaders(config.baseUrl));
  refuseForeignPages(app, options.ownOrigin);
  await app.register(fastifyRateLimit, generalLimit(config.requestsPerMinute));
  readSessions(app, options.readSession);
  return app;
}

function addBasicHeaders(app: FastifyInstance): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.header('x-request-id', request.id).header('permissions-policy', PERMISSIONS_POLICY);
    if (isApi(request.url)) reply.header('cache-control', 'no-store');
  });
}

function refuseForeignPages(app: FastifyInstance, ownOrigin: OwnOrigin): void {
  app.addHook('onRequest', async (request) => {
    const isReading = request.method === 'GET' || request.method === 'HEAD' || request.method === 'OPTIONS';
    if (isReading || ownOrigin.isFromOwnPage(request.headers)) return;
    request.log.warn(
      { origin: request.headers.origin },
      'refused another origin; is BASE_URL the address people open?',
    );
    throw new Refusal('forbidden', { reason: 'origin' });
  });
}

function generalLimit(requestsPerMinute: number) {
  const noHeaders = { 'x-ratelimit-limit': false, 'x-ratelimit-remaining': false, 'x-ratelimit-reset': false };
  return {
    max: requestsPerMinute,
    timeWindow: 60_000,
    cache: 10_000,
    addHeaders: { ...noHeaders, 'retry-after': false },
    addHeadersOnExceeding: noHeaders,
    errorResponseBuilder: (_request: unknown, context: { ttl: number }) => tooManyRequests(context),
  };
}

/** After the rate limit, before the body is read. A request without a cookie costs nothing. */
function readSessions(app: FastifyInstance, readSession: ReadSession): void {
  app.decorateRequest('session', null);
  app.addHook('preParsing', async (request) => {
    if (request.headers.cookie === undefined || !isApi(request.url)) return;
    request.session = await readSession(request.headers);
  });
}

function isApi(url: string): boolean {
  return url.startsWith('/api/');
}
