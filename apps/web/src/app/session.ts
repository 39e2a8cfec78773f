import type { Api } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { flag, listOf, nothing, oneOf, orNull, shape, text } from './parse.ts';
import { remember, remembered } from './remembered.ts';
import { createStore } from './store.ts';

export const readUser = shape({
  id: text,
  name: text,
  email: text,
  language: orNull(text),
  theme: orNull(text),
  timeZone: orNull(text),
});

export const readSession = shape({
  user: readUser,
  accounts: listOf(shape({ id: text, name: text, role: oneOf('owner', 'admin', 'member'), trialEndsOn: orNull(text) })),
  isServerOwner: flag,
});

export type User = ReturnType<typeof readUser>;
export type Session = ReturnType<typeof readSession>;

export type SessionState =
  | { readonly status: 'unknown' }
  /** `isByChoice`: here and now, by the person; otherwise the server said so. */
  | { readonly status: 'signed-out'; readonly isByChoice: boolean }
  | { readonly status: 'signed-in'; readonly session: Session };

export interface ProfileChange {
  readonly name?: string;
  readonly language?: string;
  readonly theme?: string;
  readonly timeZone?: string;
}

export interface SessionStore {
  get(): SessionState;
  subscribe(listener: () => void): () => void;
  /**
   * Who we are: as this browser remembers, while the server is asked once; without a memory, as the server says.
   * `again` asks anew (after signing in). Throws `ApiProblem` when unreachable.
   */
  load(again?: boolean): Promise<SessionState>;
  /** Shows at once, then tells the server; goes back and throws when it refuses. */
  changeProfile(change: ProfileChange): Promise<void>;
  signOut(): Promise<void>;
  /** The server said so: forget who we are. */
  forget(): void;
}

export function createSession(api: () => Api): SessionStore {
  const store = createStore<SessionState>({ status: 'unknown' });
  let loading: Promise<SessionState> | null = null;

  const settle = (state: SessionState): void => {
    remember('session', state.status === 'signed-in' ? JSON.stringify(state.session) : null);
    store.set(state);
  };
  const ask = async (): Promise<SessionState> => {
    settle(await askWhoWeAre(api()));
    return store.get();
  };
  const load = (again = false): Promise<SessionState> => {
    if (!again && store.get().status !== 'unknown') return Promise.resolve(store.get());
    const session = again ? null : rememberedSession();
    if (again || !loading) {
      loading = ask().finally(() => {
        loading = null;
      });
    }
    if (session === null) return loading;
    store.set({ status: 'signed-in', session });
    // Out of reach: the memory holds until the live connection says otherwise.
    loading.catch(() => undefined);
    return Promise.resolve(store.get());
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    load,
    forget: () => settle({ status: 'signed-out', isByChoice: false }),
    async signOut() {
      await api().send('POST', '/sign-out', undefined, nothing);
      settle({ status: 'signed-out', isByChoice: true });
    },
    async changeProfile(change) {
      const before = store.get();
      if (before.status !== 'signed-in') return;
      const user = { ...before.session.user, ...change };
      settle({ ...before, session: { ...before.session, user } });
      try {
        await api().send('PATCH', '/profile', change, nothing);
      } catch (problem) {
        if (store.get().status === 'signed-in') settle(before);
        throw problem;
      }
    },
  };
}

async function askWhoWeAre(api: Api): Promise<SessionState> {
  try {
    return { status: 'signed-in', session: await api.get('/session', readSession) };
  } catch (problem) {
    if (!(problem instanceof ApiProblem) || problem.code !== 'sign-in-required') throw problem;
    return { status: 'signed-out', isByChoice: false };
  }
}

function rememberedSession(): Session | null {
  const kept = remembered('session');
  try {
    return kept === null ? null : readSession(JSON.parse(kept));
  } catch {
    return null;
  }
}
