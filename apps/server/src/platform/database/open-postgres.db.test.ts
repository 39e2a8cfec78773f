import { sql } from 'kysely';
import { pino } from 'pino';
import { describe, expect, it } from 'vitest';
import { openDatabase } from './open-database.ts';

const serverUrl = process.env['TEST_DATABASE_URL'];

describe.skipIf(!serverUrl)('a PostgreSQL connection', () => {
  it('that the server ends is logged and replaced', async () => {
    const lines: string[] = [];
    const log = pino({}, { write: (line) => void lines.push(line) });
    const database = await openDatabase({ databaseUrl: serverUrl ?? '', dataDir: ':memory:' }, log);
    const other = await openDatabase({ databaseUrl: serverUrl ?? '', dataDir: ':memory:' }, pino({ enabled: false }));
    const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(database.kysely);
    await sql`select pg_terminate_backend(${rows[0]?.pid ?? 0})`.execute(other.kysely);
    await new Promise((resolve) => setTimeout(resolve, 100));
    expect((await sql<{ one: number }>`select 1 as one`.execute(database.kysely)).rows).toEqual([{ one: 1 }]);
    expect(lines.join('')).toContain('a database connection broke');
    await Promise.all([database.close(), other.close()]);
  });

  it('that dies within a transaction fails that transaction only', async () => {
    const database = await openDatabase(
      { databaseUrl: serverUrl ?? '', dataDir: ':memory:' },
      pino({ enabled: false }),
    );
    const dying = database.transaction(async (tx) => {
      await sql`select pg_terminate_backend(pg_backend_pid())`.execute(tx);
    });
    await expect(dying).rejects.toThrow();
    const next = await database.transaction(async (tx) => sql<{ one: number }>`select 1 as one`.execute(tx));
    expect(next.rows).toEqual([{ one: 1 }]);
    await database.close();
  });
});
