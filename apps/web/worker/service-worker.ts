/** Filled in by the build: which build this is, what belongs to it, and whether workers are called off. */
declare const BUILD: string;
declare const FILES: readonly string[];
declare const IS_OFF: boolean;
declare const self: ServiceWorkerGlobalScope;

const CACHE = `talka.${BUILD}`;
const PAGE = '/';
/** A server that hasn't sent the page after this long is as good as away. */
const PAGE_WITHIN_MS = 2_500;

self.addEventListener('install', (event) => {
  if (IS_OFF) event.waitUntil(self.skipWaiting());
  else event.waitUntil(keepBuild());
});

self.addEventListener('activate', (event) => event.waitUntil(IS_OFF ? retire() : takeOver()));

// A page of this very build needn't wait until the pages of older ones are closed.
self.addEventListener('message', (event) => {
  const message: unknown = event.data;
  const isMeant = typeof message === 'object' && message !== null && 'activate' in message;
  if (isMeant && (message.activate === BUILD || message.activate === 'any')) event.waitUntil(self.skipWaiting());
});

self.addEventListener('fetch', (event) => {
  const { request } = event;
  const { origin, pathname } = new URL(request.url);
  const isOurs = request.method === 'GET' && origin === self.location.origin;
  if (IS_OFF || !isOurs || pathname === '/api' || pathname.startsWith('/api/')) return;
  if (request.mode === 'navigate') event.respondWith(page(request));
  else if (pathname.startsWith('/assets/') || FILES.includes(pathname)) event.respondWith(file(request));
});

/** Everything of one build or nothing: half an app is worse than none. */
async function keepBuild(): Promise<void> {
  const cache = await caches.open(CACHE);
  await cache.addAll([PAGE, ...FILES].map((path) => new Request(path, { cache: 'reload' })));
}

async function takeOver(): Promise<void> {
  await forgetCaches((name) => name !== CACHE);
  await self.clients.claim();
}

/** Workers are called off: leaves nothing behind, and pages go to the server again. */
async function retire(): Promise<void> {
  await forgetCaches(() => true);
  await self.registration.unregister();
}

async function forgetCaches(which: (name: string) => boolean): Promise<void> {
  const names = (await caches.keys()).filter((name) => name.startsWith('talka.') && which(name));
  await Promise.all(names.map((name) => caches.delete(name)));
}

/** From the server, so that a newer app is never missed; from what is kept only while the server is away. */
async function page(request: Request): Promise<Response> {
  const kept = await (await caches.open(CACHE)).match(PAGE);
  if (kept === undefined) return fetch(request);
  try {
    const answer = await fetch(request, { signal: AbortSignal.timeout(PAGE_WITHIN_MS) });
    return answer.status >= 500 ? kept : answer;
  } catch {
    return kept;
  }
}

/** Names carry a hash of what is inside, so what is kept is never out of date. */
async function file(request: Request): Promise<Response> {
  const cache = await caches.open(CACHE);
  const kept = await cache.match(request);
  if (kept !== undefined) return kept;
  const answer = await fetch(request);
  if (answer.ok && answer.type === 'basic') await cache.put(request, answer.clone()).catch(() => undefined);
  return answer;
}
