import { act, cleanup, configure, render } from '@testing-library/react';
import { onTestFinished, vi } from 'vitest';
import { closeToast, currentToasts } from '../../ui/toast-queue.ts';
import { createApp, type App } from '../app.ts';
import { Root } from '../root.tsx';
import { createTalkaRouter } from '../router.tsx';
import { stubHttp, type HttpRoutes, type TestHttp } from './test-http.ts';
import { stubSockets, type TestNetwork } from './test-socket.ts';

export interface Opened {
  readonly app: App;
  readonly http: TestHttp;
  readonly network: TestNetwork;
}

// Screens are fetched when they are first opened; a busy machine takes its time.
configure({ asyncUtilTimeout: 8_000 });

/** The whole page at an address, over a network that the test holds. */
export async function openTalka(
  path: string,
  routes: HttpRoutes,
  prepare?: (network: TestNetwork) => void,
): Promise<Opened> {
  const http = stubHttp(routes);
  const network = stubSockets();
  prepare?.(network);
  history.replaceState(null, '', path);
  const app = await createApp(document.documentElement);
  const router = createTalkaRouter(app);
  onTestFinished(() => {
    cleanup();
    router.history.destroy();
    vi.unstubAllGlobals();
    localStorage.clear();
    for (const { id } of currentToasts()) closeToast(id);
  });
  await act(async () => {
    render(<Root app={app} router={router} />);
    await router.load();
  });
  await settle();
  return { app, http, network };
}

/** Lets what was promised come true, and the page show it. */
export async function settle(): Promise<void> {
  await act(async () => {
    await new Promise((resolve) => {
      setTimeout(resolve, 0);
    });
  });
}

/** Runs something that changes the page from outside, as a frame from the server does. */
export function fromOutside(work: () => void): void {
  act(work);
}
