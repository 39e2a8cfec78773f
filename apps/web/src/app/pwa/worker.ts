import { ownBuild } from './updates.ts';

const ACTIVE_WITHIN_MS = 3_000;

/** Lets the app start without the server, where the browser can. A failure here only means that it can't. */
export async function registerWorker(): Promise<void> {
  const build = ownBuild();
  const workers: ServiceWorkerContainer | undefined = navigator.serviceWorker;
  if (build === null || workers === undefined) return;
  try {
    const registration = await workers.register('/sw.js', { updateViaCache: 'none' });
    // One of the same build as this page is what the page wants.
    registration.waiting?.postMessage({ activate: build });
  } catch {
    // Switched off by the person, or by an address without TLS.
  }
}

/** Loads the page anew, as the newest version there is. */
export async function reloadAsNewest(): Promise<void> {
  const registration = await navigator.serviceWorker?.getRegistration().catch(() => undefined);
  await registration?.update().catch(() => undefined);
  if (registration) await activate(registration);
  location.reload();
}

async function activate({ waiting, installing }: ServiceWorkerRegistration): Promise<void> {
  const next = waiting ?? installing;
  if (next === null) return;
  const isActive = new Promise<void>((resolve) => {
    next.addEventListener('statechange', () => {
      if (next.state === 'installed') allow(next);
      if (next.state === 'activated' || next.state === 'redundant') resolve();
    });
    setTimeout(resolve, ACTIVE_WITHIN_MS);
  });
  allow(next);
  await isActive;
}

function allow(worker: ServiceWorker): void {
  // oxlint-disable-next-line unicorn/require-post-message-target-origin -- a worker is of its page's own origin
  worker.postMessage({ activate: 'any' });
}
