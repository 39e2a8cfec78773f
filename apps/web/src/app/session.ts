import type { Api } from './api.ts';
import { ApiProblem } from './api-problem.ts';
import { flag, listOf, nothing, oneOf, orNull, shape, text } from './parse.ts';
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
  | { readonly status: 'signed-out' }
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
  /** Asks the server who we are, once; `again` asks anew (after signing in). Throws `ApiProblem` when unreachable. */
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

  const ask = async (): Promise<SessionState> => {
    store.set(await askWhoWeAre(api()));
    return store.get();
  };
  const load = (again = false): Promise<SessionState> => {
    if (!again && store.get().status !== 'unknown') return Promise.resolve(store.get());
    if (again || !loading) {
      loading = ask().finally(() => {
        loading = null;
      });
    }
    return loading;
  };

  return {
    get: store.get,
    subscribe: store.subscribe,
    load,
    forget: () => store.set({ status: 'signed-out' }),
    async signOut() {
      await api().send('POST', '/sign-out', undefined, nothing);
      store.set({ status: 'signed-out' });
    },
    async changeProfile(change) {
      const before = store.get();
      if (before.status !== 'signed-in') return;
      const user = { ...before.session.user, ...change };
      store.set({ ...before, session: { ...before.session, user } });
      try {
        await api().send('PATCH', '/profile', change, nothing);
      } catch (problem) {
        if (store.get().status === 'signed-in') store.set(before);
        throw problem;
      }
    },
  };
}

async function askWhoWeAre(api: Api): Promise<SessionState> {
  try {
    return { status: 'signed-in', session: await api.get('/session', readSession) };
  } catch (problem) {
    if (problem instanceof ApiProblem && problem.code === 'sign-in-required') return { status: 'signed-out' };
    throw problem;
  }
}
