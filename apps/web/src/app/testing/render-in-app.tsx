import { i18n } from '@lingui/core';
import { I18nProvider } from '@lingui/react';
import { render } from '@testing-library/react';
import type { ReactNode } from 'react';
import { createApi } from '../api.ts';
import { AppContext } from '../app-context.ts';
import type { App, RecentBoard } from '../app.ts';
import { createLanguage } from '../language.ts';
import { createLiveSocket } from '../live/live-socket.ts';
import { createLocalKeeper } from '../local/local-keeper.ts';
import { createUpdates } from '../pwa/updates.ts';
import { createSession } from '../session.ts';
import { createShortcuts } from '../shortcuts.ts';
import { createStore } from '../store.ts';
import { createTheme } from '../theme.ts';

export interface AskedRequest {
  readonly method: string;
  readonly path: string;
  readonly body: unknown;
}

/** Plays the server: the answer to a request, as status and JSON. */
export type Answer = (request: AskedRequest) => { readonly status: number; readonly json?: unknown };

export const ANA = {
  user: { id: 'u1', name: 'Ana', email: 'ana@example.com', language: 'en', theme: 'system', timeZone: 'UTC' },
  accounts: [{ id: 'a1', name: 'Ana’s account', role: 'owner', trialEndsOn: '2026-12-22' }],
  isServerOwner: true,
} as const;

/** An app over a network that `answer` plays; everything else is the real thing. */
export async function anApp(answer: Answer): Promise<App> {
  const session = createSession(() => api);
  const api = createApi({ fetch: fetchFrom(answer), onSignInRequired: () => session.forget() });
  const root = document.documentElement;
  const language = await createLanguage(root);
  // It connects when a board is followed, so here never.
  const socket = createLiveSocket({
    url: 'ws://localhost/api/live',
    onSignInRequired: () => session.forget(),
    chance: () => 0,
  });
  const recentBoard = createStore<RecentBoard | null>(null);
  const theme = createTheme(root);
  const local = createLocalKeeper(session);
  return {
    api,
    session,
    language,
    theme,
    shortcuts: createShortcuts(),
    recentBoard,
    local,
    updates: createUpdates(null),
    socket,
  };
}

export function renderInApp(app: App, children: ReactNode) {
  return render(
    <AppContext value={app}>
      <I18nProvider i18n={i18n}>{children}</I18nProvider>
    </AppContext>,
  );
}

export function fetchFrom(answer: Answer): typeof fetch {
  return (input, init) => {
    const path = pathOf(input).replace(/^\/api/, '');
    const body: unknown = typeof init?.body === 'string' ? JSON.parse(init.body) : undefined;
    const { status, json } = answer({ method: init?.method ?? 'GET', path, body });
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    const content = json === undefined ? null : JSON.stringify(json);
    return Promise.resolve(new Response(content, { status, headers: { 'content-type': type } }));
  };
}

function pathOf(input: RequestInfo | URL): string {
  if (typeof input === 'string') return input;
  return input instanceof URL ? input.pathname : input.url;
}
