import { type Api, createApi } from './api.ts';
import { createLanguage, type LanguageStore } from './language.ts';
import { createLiveSocket, type LiveSocket } from './live/live-socket.ts';
import { createLocalKeeper, type LocalKeeper } from './local/local-keeper.ts';
import { nothing } from './parse.ts';
import { createSession, type SessionStore } from './session.ts';
import { createShortcuts, type ShortcutRegistry } from './shortcuts.ts';
import { createStore, type Store } from './store.ts';
import { createUpdates, ownBuild, type Updates } from './pwa/updates.ts';
import { asTheme, createTheme, type ThemeStore } from './theme.ts';

/** The board the rail leads back to. */
export interface RecentBoard {
  readonly id: string;
  readonly name: string;
}

/** What lives as long as the page, outside React. */
export interface App {
  readonly api: Api;
  readonly session: SessionStore;
  readonly language: LanguageStore;
  readonly theme: ThemeStore;
  readonly shortcuts: ShortcutRegistry;
  readonly recentBoard: Store<RecentBoard | null>;
  /** What this browser keeps between visits. */
  readonly local: LocalKeeper;
  readonly updates: Updates;
  /** The one socket of this page. */
  readonly socket: LiveSocket;
}

export async function createApp(root: HTMLElement): Promise<App> {
  const session = createSession(() => api);
  const updates = createUpdates(ownBuild());
  const api = createApi({
    fetch: (input, init) => fetch(input, init),
    onBuild: (build) => updates.heard(build),
    onSignInRequired: () => {
      if (session.get().status === 'signed-in') session.forget();
    },
  });
  const local = createLocalKeeper(session);
  // Asked before the first line is painted; the router waits for the same answer and shows what went wrong.
  session.load().catch(() => undefined);
  const language = await createLanguage(root);
  const theme = createTheme(root);
  followProfile(session, language, theme);
  const recentBoard = createStore<RecentBoard | null>(null);
  // The next person at this page must not read the last one's board in the rail.
  session.subscribe(() => session.get().status === 'signed-out' && recentBoard.set(null));
  startAnewForAnother(session);
  const socket = createLiveSocket({
    url: `${location.origin.replace(/^http/, 'ws')}/api/live`,
    onSignInRequired: () => void session.load(true).catch(() => undefined),
    // Only spreads reconnections over time; no secret hangs on it.
    // oxlint-disable-next-line no-restricted-properties
    chance: Math.random,
  });
  askBuildAfterBreak(socket, api);
  return { api, session, language, theme, shortcuts: createShortcuts(), recentBoard, local, updates, socket };
}

/** A connection that broke may have been the server being updated: any answer tells its build. */
function askBuildAfterBreak(socket: LiveSocket, api: Api): void {
  let wasOpen = false;
  socket.state.subscribe(() => {
    if (socket.state.get() !== 'open') return;
    if (wasOpen) api.get('/server', nothing).catch(() => undefined);
    wasOpen = true;
  });
}

/** Who was remembered here isn't who is signed in: nothing of theirs may stay on the screen. */
function startAnewForAnother(session: SessionStore): void {
  let userId: string | null = null;
  session.subscribe(() => {
    const state = session.get();
    if (state.status !== 'signed-in') userId = null;
    else if (userId !== null && userId !== state.session.user.id) location.reload();
    else userId = state.session.user.id;
  });
}

/** Language and theme are the person's own choice: what the profile says holds on every machine. */
function followProfile(session: SessionStore, language: LanguageStore, theme: ThemeStore): void {
  let followed: string | null = null;
  session.subscribe(() => {
    const state = session.get();
    if (state.status !== 'signed-in') return;
    const { user } = state.session;
    const choice = `${user.id} ${user.language} ${user.theme}`;
    if (choice === followed) return;
    followed = choice;
    if (user.theme !== null) theme.change(asTheme(user.theme));
    if (user.language !== null && user.language !== language.get().tag) {
      // Without the new texts the old language stays readable; the next visit tries again.
      language.change(user.language).catch(() => undefined);
    }
  });
}
