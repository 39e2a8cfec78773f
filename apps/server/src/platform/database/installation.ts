import { sql } from 'kysely';
import type { Database } from './database.ts';

/**
 * Text that all servers on one database (and schema) share and no other installation does, not even a copy restored
 * beside it: for keeping apart those that use one Redis.
 */
export async function readInstallation({ engine, kysely }: Database): Promise<string> {
  if (engine === 'sqlite') return 'sqlite';
  const { rows } = await sql<{ name: string }>`
    select concat_ws('/',
      (select system_identifier::text from pg_control_system()),
      (select oid::text from pg_database where datname = current_database()),
      current_schema()) as name`.execute(kysely);
  return rows[0]?.name ?? '';
}
