import { Client } from 'pg';

const LOCAL = 'postgres://postgres@127.0.0.1:5432/postgres';

/**
 * The database for tests that run on PostgreSQL too: `TEST_DATABASE_URL` when set (taken at its word),
 * else one that answers on this machine within a second, else null.
 */
export async function findPostgres(preset: string | undefined): Promise<string | null> {
  if (preset !== undefined && preset !== '') return preset;
  const client = new Client({ connectionString: LOCAL, connectionTimeoutMillis: 1000 });
  // A server that goes away later says so by an event, which would end the process if nobody heard it.
  client.on('error', () => undefined);
  try {
    await client.connect();
    await client.query('select 1');
    return LOCAL;
  } catch {
    return null;
  } finally {
    await client.end().catch(() => undefined);
  }
}
