import { AsyncLocalStorage } from 'node:async_hooks';

/** Finds statements that would wait for the very transaction they are called from. */
export interface TransactionGuard {
  run<T>(work: () => Promise<T>): Promise<T>;
  /** Throws when called from inside `run`: on SQLite it would wait for ever, on PostgreSQL it would use up the pool. */
  refuseInside(): void;
}

export function createTransactionGuard(): TransactionGuard {
  const current = new AsyncLocalStorage<{ open: boolean }>();
  return {
    async run(work) {
      const scope = { open: true };
      try {
        return await current.run(scope, work);
      } finally {
        scope.open = false;
      }
    },
    refuseInside() {
      if (current.getStore()?.open) throw new Error('inside a transaction every statement must go through its tx');
    },
  };
}
