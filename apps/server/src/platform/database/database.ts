import type { Kysely, Transaction } from 'kysely';
import type { Tables } from './tables.ts';

/**
 * One database, the same to its callers on both engines. SQLite has a single connection, so statements and
 * transactions run one after the other; PostgreSQL has a pool. `forUpdate()` and `skipLocked()` are left out on
 * SQLite, where a transaction holds the whole database for writing from its begin.
 */
export interface Database {
  readonly engine: 'sqlite' | 'postgres';
  /** For single statements. Inside `transaction` use the given `tx` only: this one throws there. */
  readonly kysely: Kysely<Tables>;
  /** Commits when `work` resolves, rolls back when it throws, and throws the same error on. Does not nest. */
  transaction<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Reads only; everything in it is as of one moment, whatever other nodes commit meanwhile. Does not nest either. */
  snapshot<T>(work: (tx: Transaction<Tables>) => Promise<T>): Promise<T>;
  /** Waits for running statements, then closes. */
  close(): Promise<void>;
}
