import type { Dialect, PostgresPool } from 'kysely';
import { PostgresDialect } from 'kysely';
import type { Pool } from 'pg';
import { StartError } from '../config/start-error.ts';
import { withoutPassword } from '../config/mask.ts';
import type { Log } from '../log/log.ts';
import { numbersAsNumbers } from './postgres-types.ts';

const OLDEST_VERSION = 15;
const MOST_CONNECTIONS = 10;

/** A pool whose server has answered and is new enough; throws a StartError otherwise. */
export async function openPostgres(databaseUrl: string, log: Log): Promise<Pool> {
  const pool = await createPool(databaseUrl);
  const logBroken = (error: Error): void => log.error({ err: error }, 'a database connection broke');
  pool.on('error', logBroken);
  // Without a listener of its own, a connection that breaks while it is in use would end the process.
  pool.on('connect', (client) => void client.on('error', logBroken));
  try {
    await requireSupportedVersion(pool);
    return pool;
  } catch (cause) {
    await pool.end();
    if (cause instanceof StartError) throw cause;
    const reason = cause instanceof Error ? cause.message || cause.name : String(cause);
    throw new StartError(
      `The database ${withoutPassword(databaseUrl)} cannot be reached (${reason}). ` +
        'Check DATABASE_URL and that PostgreSQL is running.',
      { cause },
    );
  }
}

/** @param beforeAcquire may throw to refuse a connection */
export function createPostgresDialect(pool: Pool, beforeAcquire: () => void): Dialect {
  const guarded: PostgresPool = {
    options: pool.options,
    connect: async () => {
      beforeAcquire();
      return pool.connect();
    },
    end: () => pool.end(),
  };
  return new PostgresDialect({ pool: guarded });
}

async function createPool(databaseUrl: string): Promise<Pool> {
  const { default: pg } = await import('pg');
  return new pg.Pool({
    connectionString: databaseUrl,
    max: MOST_CONNECTIONS,
    connectionTimeoutMillis: 5_000,
    idleTimeoutMillis: 30_000,
    keepAlive: true,
    statement_timeout: 30_000,
    lock_timeout: 10_000,
    idle_in_transaction_session_timeout: 30_000,
    fallback_application_name: 'talka',
    types: numbersAsNumbers(pg.types),
  });
}

async function requireSupportedVersion(pool: Pool): Promise<void> {
  const answer = await pool.query<{ server_version_num: string; server_version: string }>(
    `select current_setting('server_version_num') as server_version_num,
            current_setting('server_version') as server_version`,
  );
  const [row] = answer.rows;
  if (!row || Number(row.server_version_num) >= OLDEST_VERSION * 10_000) return;
  throw new StartError(`PostgreSQL ${row.server_version} is too old. Talka needs version ${OLDEST_VERSION} or newer.`);
}
