import { must } from '@talka/domain/kernel';
import { createContext, useContext } from 'react';
import type { App } from './app.ts';
import type { Session, SessionState } from './session.ts';
import { useStore } from './use-store.ts';

export const AppContext = createContext<App | null>(null);

export function useApp(): App {
  return must(useContext(AppContext), 'an AppContext around this component');
}

export function useSessionState(): SessionState {
  return useStore(useApp().session);
}

/** Who is signed in. Only inside the shell, which is never shown without. */
export function useSession(): Session {
  const state = useSessionState();
  return must(state.status === 'signed-in' ? state.session : null, 'a signed-in person');
}
