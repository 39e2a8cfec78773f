import type { Lead } from '../../app/local/leadership.ts';
import type { Local } from '../../app/local/local.ts';
import { createStore } from '../../app/store.ts';

/** A browser that keeps nothing, as in a private window. */
export function noLocal(): Local {
  return {
    health: createStore('kept'),
    readCopy: async () => null,
    expectCopy: () => undefined,
    writeCopy: async () => true,
    dropCopy: async () => undefined,
    readUnsent: async () => [],
    keepUnsent: async () => undefined,
    forgetUnsent: async () => undefined,
    spacesWithUnsent: async () => [],
    readLost: async () => [],
    keepLost: async () => undefined,
    discardLost: async () => undefined,
    close: () => undefined,
  };
}

/** A browser with this one tab. */
export const leadAtOnce: Lead = (_name, onLead) => {
  queueMicrotask(onLead);
  return () => undefined;
};
