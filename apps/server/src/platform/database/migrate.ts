import type { Transaction } from 'kysely';
import { sql } from 'kysely';
import { StartError } from '../config/start-error.ts';
import type { Database } from './database.ts';
import type { MigrationFile } from './migration-files.ts';
import { readMigrationFiles } from './migration-files.ts';
import type { MigrationSchema } from './migration-schema.ts';
import { migrationSchema } from './migration-schema.ts';
import type { Tables } from './tables.ts';

/** One instant a migration is recorded with, in epoch milliseconds. */
type Now = () => number;

/**
 * Brings the database to the newest schema of the folder, one transaction a migration, while other nodes wait.
 * Returns the names of what ran. Throws a StartError when the data was written by a newer or another Talka.
 */
export async function migrate(database: Database, folder: string, now: Now): Promise<readonly string[]> {
  const files = await readMigrationFiles(folder);
  await lockedTransaction(database, createLedger(database.engine));
  const ran: string[] = [];
  for (;;) {
    const name = await lockedTransaction(database, (tx) => runNext(database.engine, tx, { files, now }));
    if (name === null) return ran;
    ran.push(name);
  }
}

interface Plan {
  readonly files: readonly MigrationFile[];
  readonly now: Now;
}

/** Runs the first migration that the database lacks; null when it lacks none. */
async function runNext(engine: Database['engine'], tx: Transaction<Tables>, plan: Plan): Promise<string | null> {
  const applied = await tx.selectFrom('schema_migrations').select(['number', 'name']).orderBy('number').execute();
  refuseUnknown(applied, plan.files);
  const next = plan.files[applied.length];
  if (!next) return null;
  const up = await next.load();
  await up(migrationSchema(engine, asUntyped(tx)));
  const row = { number: next.number, name: next.name, applied_at: plan.now() };
  await tx.insertInto('schema_migrations').values(row).execute();
  return next.name;
}

type Applied = readonly { readonly number: number; readonly name: string }[];

function refuseUnknown(applied: Applied, files: readonly MigrationFile[]): void {
  const newest = applied.at(-1)?.number ?? 0;
  if (newest > files.length) {
    throw new StartError(
      `This data was written by a newer Talka (schema ${newest}, this one knows ${files.length}). ` +
        'Start the newer version, or restore a backup.',
    );
  }
  applied.forEach((row, index) => {
    const file = files[index];
    if (file?.number === row.number && file.name === row.name) return;
    throw new StartError(
      `This data does not fit this Talka: its schema step ${row.number} is "${row.name}", ` +
        `step ${index + 1} here is "${file?.name ?? 'none'}". Start the version that wrote it, or restore a backup.`,
    );
  });
}

function createLedger(engine: Database['engine']) {
  return async (tx: Transaction<Tables>): Promise<void> => {
    const { schema, type } = migrationSchema(engine, asUntyped(tx));
    await schema
      .createTable('schema_migrations')
      .ifNotExists()
      .addColumn('number', type.integer, (column) => column.primaryKey().notNull())
      .addColumn('name', type.text, (column) => column.notNull())
      .addColumn('applied_at', type.instant, (column) => column.notNull())
      .execute();
  };
}

/** SQLite takes its write lock at begin. On PostgreSQL the lock is of this schema, and waits as long as it takes. */
async function lockedTransaction<T>(database: Database, work: (tx: Transaction<Tables>) => Promise<T>): Promise<T> {
  return database.transaction(async (tx) => {
    if (database.engine === 'postgres') {
      await sql`set local statement_timeout = 0`.execute(tx);
      await sql`set local lock_timeout = 0`.execute(tx);
      await sql`set local idle_in_transaction_session_timeout = 0`.execute(tx);
      await sql`select pg_advisory_xact_lock(hashtext('talka migrations'), hashtext(current_schema()))`.execute(tx);
    }
    return work(tx);
  });
}

// A migration speaks of tables as they were when it was written, not of today's.
function asUntyped(tx: unknown): MigrationSchema['tx'] {
  return tx as MigrationSchema['tx'];
}
