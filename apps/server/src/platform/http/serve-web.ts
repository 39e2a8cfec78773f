import { existsSync } from 'node:fs';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { Refusal } from '@talka/domain/kernel';

const IMMUTABLE = 'public, max-age=31536000, immutable';
const SHORT = 'public, max-age=3600';
const NOT_BUILT =
  'The web app of this Talka is not built. Run "npm run build", or start with "npm start", which does it.\n';

/**
 * Serves the built web app: hashed files under /assets for ever, every other address that isn't a file or the API
 * with index.html, since the browser finds the page by itself. Files with a .br or .gz beside them go out compressed.
 */
export async function serveWeb(app: FastifyInstance, folder: string): Promise<void> {
  const isBuilt = existsSync(join(folder, 'index.html'));
  if (isBuilt) await app.register(fastifyStatic, staticOptions(folder));
  else app.log.warn({ folder }, 'the web app is not built; only the API is served');
  app.setNotFoundHandler({ preHandler: app.rateLimit() }, (request, reply) => {
    if (!isPage(request)) throw new Refusal('not-found');
    return isBuilt ? sendIndex(reply) : reply.code(503).type('text/plain; charset=utf-8').send(NOT_BUILT);
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
  return path.includes('index.html') ? 'no-cache' : SHORT;
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
