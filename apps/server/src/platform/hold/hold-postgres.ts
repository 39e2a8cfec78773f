import type { Client } from 'pg';
import { StartError } from '../config/start-error.ts';
import type { Log } from '../log/log.ts';
import type { Hold } from './hold.ts';
import { tryFor } from './try-for.ts';

export interface PostgresHoldOptions {
  readonly databaseUrl: string;
  /** Whether this server has a bus to others; those who have one share the database, any other wants it alone. */
  readonly isShared: boolean;
  readonly log: Log;
  /** Called when another server took the database while the connection to it was broken: this one must stop. */
  readonly onLost: () => void;
}

const WAIT_MS = 3_000;
const RETRY_MS = 500;

/**
 * Keeps servers that don't hear of each other off one database (one schema of it), by an advisory lock on a connection
 * of its own: shared by those with a bus, exclusive for one without. Throws a StartError when it can't be had.
 */
export async function holdPostgres(options: PostgresHoldOptions): Promise<Hold> {
  const holder = new PostgresHolder(options);
  if (await tryFor(WAIT_MS, () => holder.take())) return holder;
  await holder.release();
  throw new StartError(
    options.isShared
      ? 'Another Talka server without REDIS_URL is running on this database. ' +
          'Start it with the same REDIS_URL as this one, or stop it.'
      : 'Another Talka server is running on this database. ' +
          'Several servers need REDIS_URL, the same for all of them; or stop the other one.',
  );
}

class PostgresHolder implements Hold {
  readonly #options: PostgresHoldOptions;
  #client: Client | null = null;
  #isReleased = false;

  constructor(options: PostgresHoldOptions) {
    this.#options = options;
  }

  async take(): Promise<boolean> {
    this.#client ??= await this.#connect();
    const lock = this.#options.isShared ? 'pg_try_advisory_lock_shared' : 'pg_try_advisory_lock';
    const { rows } = await this.#client.query<{ held: boolean }>(
      `select ${lock}(hashtext('talka server'), hashtext(current_schema())) as held`,
    );
    return rows[0]?.held === true;
  }

  async release(): Promise<void> {
    this.#isReleased = true;
    await this.#client?.end();
    this.#client = null;
  }

  async #connect(): Promise<Client> {
    const { default: pg } = await import('pg');
    const client = new pg.Client({
      connectionString: this.#options.databaseUrl,
      connectionTimeoutMillis: 5_000,
      query_timeout: 5_000,
      keepAlive: true,
      keepAliveInitialDelayMillis: 5_000,
      fallback_application_name: 'talka hold',
    });
    client.on('error', (error) =>
      this.#options.log.warn({ err: error }, 'the connection that holds the database broke'),
    );
    await client.connect();
    // A machine that vanishes without a word is noticed by PostgreSQL within some ten seconds.
    await client.query('set tcp_keepalives_idle = 5; set tcp_keepalives_interval = 2; set tcp_keepalives_count = 3');
    client.once('end', () => this.#lost(client));
    return client;
  }

  #lost(client: Client): void {
    if (this.#isReleased || this.#client !== client) return;
    this.#client = null;
    void this.#takeAgain();
  }

  /** The database was away (or only this connection): as soon as it is back, either we hold it again or we stop. */
  async #takeAgain(): Promise<void> {
    while (!this.#isReleased) {
      try {
        if (await tryFor(WAIT_MS, () => this.take())) return;
        if (!this.#isReleased) this.#options.onLost();
        return;
      } catch {
        // Still away; the log has it from the connections that do the work.
        const client = this.#client;
        this.#client = null;
        void client?.end().catch(() => {});
        await new Promise((resolve) => setTimeout(resolve, RETRY_MS));
      }
    }
  }
}
