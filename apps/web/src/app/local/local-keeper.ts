import type { SessionStore } from '../session.ts';
import { createLocal } from './create-local.ts';
import type { Local } from './local.ts';
import { deleteLocalDatabases, forgetLocalCopies } from './local-database.ts';

export interface LocalKeeper {
  /** What this browser keeps of a person. */
  of(userId: string): Local;
}

/**
 * Sees that nobody finds what isn't theirs: who signs out leaves nothing; when the server ends a session, copies go and
 * only what that person still wanted to send stays, for them alone; and whoever signs in ends what others left.
 */
export function createLocalKeeper(session: Pick<SessionStore, 'get' | 'subscribe'>): LocalKeeper {
  let current: { readonly userId: string; readonly local: Local } | null = null;
  let cleanedFor: string | null = null;

  const close = (): void => {
    current?.local.close();
    current = null;
    cleanedFor = null;
  };
  session.subscribe(() => {
    const state = session.get();
    if (state.status === 'signed-out') {
      close();
      void (state.isByChoice ? deleteLocalDatabases(null) : forgetLocalCopies());
    } else if (state.status === 'signed-in' && cleanedFor !== state.session.user.id) {
      cleanedFor = state.session.user.id;
      void deleteLocalDatabases(cleanedFor);
    }
  });
  return {
    of(userId) {
      if (current?.userId !== userId) {
        current?.local.close();
        current = { userId, local: createLocal(userId, Date.now) };
      }
      return current.local;
    },
  };
}
