import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@talka/domain/kernel';

const IMMUTABLE = 'public, max-age=31536000, immutable';
/** The service worker and the page are what tells a browser of a newer app. */
const ASKED_EACH_TIME = /(?:index\.html|sw\.js)(?:\.br|\.gz)?$/;
const SHORT = 'public, max-age=3600';
const NOT_BUILT =
  'The web app of this Talka is not built. Run "npm run build", or start with "npm start", which does it.\n';

/**
 * Serves the built web app: hashed files under /assets for ever, every other address that isn't a file or the API
 * with index.html, since the browser finds the page by itself. Files with a .br or .gz beside them go out compressed.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) {
    nameBuild(app, readFileSync(join(folder, 'index.html'), 'utf8'));
    await app.register(fastifyStatic, staticOptions(folder));
  } else app.log.warn({ folder }, 'the web app is not built; only the API is served');
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (!isPage(request)) throw new Refusal('not-found');
    return isBuilt ? sendIndex(reply) : reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
  });
}

/** Every answer of the API names the build that is served here, so that a page of another one knows it is that. */
function nameBuild(app: FastifyInstance, page: string): void {
  const build = /<meta name="talka-build" content="([\w-]+)"/.exec(page)?.[1];
  if (build === undefined) return;
  app.addHook('onRequest', async (request, reply) => {
    if (request.url.startsWith('/api/')) reply.header('x-talka-build', build);
  });
}

function staticOptions(folder: string) {
  return {
    root: folder,
    cacheControl: false,
    dotfiles: 'ignore',
    index: false,
    preCompressed: true,
    setHeaders(reply: FastifyReply, path: string) {
      void reply.header('cache-control', cacheOf(path));
    },
  } as const;
}

function cacheOf(path: string): string {
  if (path.includes('/assets/')) return IMMUTABLE;
  return ASKED_EACH_TIME.test(path) ? 'no-cache' : SHORT;
}

function sendIndex(reply: FastifyReply): FastifyReply {
  return reply.sendFile('index.html');
}

/** A place in the web app has no dot in its last part; what has one is a file that isn't there. */
function isPage({ method, url }: FastifyRequest): boolean {
  if (method !== 'GET' && method !== 'HEAD') return false;
  const path = url.split('?', 1)[0] ?? '/';
  if (path === '/api' || path.startsWith('/api/') || path.startsWith('/assets/')) return false;
  return path === '/index.html' || !path.slice(path.lastIndexOf('/') + 1).includes('.');
}
