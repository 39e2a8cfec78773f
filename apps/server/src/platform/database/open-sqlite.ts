import { mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { StartError } from '../config/start-error.ts';
import { SqliteConnection } from './sqlite-connection.ts';

const BUSY_TIMEOUT_MS = 10_000;
const PAGE_CACHE_KIB = 16_384;

/**
 * Opens the file talka.db in the data folder, or a database in memory for `:memory:`.
 * WAL with synchronous=FULL: a commit that was answered is on the disk.
 */
export function openSqlite(dataDir: string): SqliteConnection {
  if (dataDir === ':memory:') return new SqliteConnection(open(':memory:'));
  const path = join(dataDir, 'talka.db');
  try {
    mkdirSync(dataDir, { recursive: true });
    return new SqliteConnection(open(path));
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new StartError(
      `The database file ${path} cannot be opened (${reason}). ` +
        'Check that it is a database of Talka and that this user may read and write it.',
      { cause },
    );
  }
}

function open(path: string): DatabaseSync {
  const database = new DatabaseSync(path, { enableForeignKeyConstraints: true, timeout: BUSY_TIMEOUT_MS });
  try {
    database.exec('pragma journal_mode = wal');
    database.exec('pragma synchronous = full');
    database.exec(`pragma cache_size = -${PAGE_CACHE_KIB}`);
    database.exec('pragma temp_store = memory');
    return database;
  } catch (cause) {
    database.close();
    throw cause;
  }
}
