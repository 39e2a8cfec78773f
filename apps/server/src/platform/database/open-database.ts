import { Kysely } from 'kysely';
import type { Dialect } from 'kysely';
import type { Log } from '../log/log.ts';
import type { Database } from './database.ts';
import { createPostgresDialect, openPostgres } from './open-postgres.ts';
import { openSqlite } from './open-sqlite.ts';
import { createSqliteDialect } from './sqlite-dialect.ts';
import type { Tables } from './tables.ts';
import type { TransactionGuard } from './transaction-guard.ts';
import { createTransactionGuard } from './transaction-guard.ts';

export interface DatabaseConfig {
  /** A postgres:// address, or null for the SQLite file in the data folder. */
  readonly databaseUrl: string | null;
  /** Folder of talka.db, or `:memory:`. */
  readonly dataDir: string;
}

/** Opens the configured database; throws a StartError that says what to do when it can't. */
export async function openDatabase(config: DatabaseConfig, log: Log): Promise<Database> {
  const guard = createTransactionGuard();
  if (config.databaseUrl === null) {
    return createDatabase('sqlite', createSqliteDialect(openSqlite(config.dataDir), guard.refuseInside), guard);
  }
  const pool = await openPostgres(config.databaseUrl, log);
  return createDatabase('postgres', createPostgresDialect(pool, guard.refuseInside), guard);
}

function createDatabase(engine: Database['engine'], dialect: Dialect, guard: TransactionGuard): Database {
  const kysely = new Kysely<Tables>({ dialect });
  return {
    engine,
    kysely,
    transaction: (work) => kysely.transaction().execute((tx) => guard.run(() => work(tx))),
    snapshot: (work) =>
      kysely
        .transaction()
        .setIsolationLevel('repeatable read')
        .setAccessMode('read only')
        .execute((tx) => guard.run(() => work(tx))),
    close: () => kysely.destroy(),
  };
}
