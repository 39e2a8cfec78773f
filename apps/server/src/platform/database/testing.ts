import { randomBytes } from 'node:crypto';
import { fileURLToPath } from 'node:url';
import { pino } from 'pino';
import { afterAll, afterEach, beforeEach, describe } from 'vitest';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { openDatabase } from './open-database.ts';

export const MIGRATIONS_FOLDER = fileURLToPath(new URL('../../../../../migrations', import.meta.url));

/** Opens an empty database of its own; by default with every migration run. */
export type OpenTestDatabase = (options?: { readonly migrationsFolder: string | null }) => Promise<Database>;

interface Opened {
  readonly database: Database;
  drop(): Promise<void>;
}

/**
 * Describes the same behaviour on SQLite (in memory) and, when TEST_DATABASE_URL is set, on PostgreSQL (a schema of
 * its own for each opened database). What a test or its hooks open is dropped after it; what beforeAll opens, after all.
 */
export function describeOnEachEngine(name: string, define: (openTestDatabase: OpenTestDatabase) => void): void {
  const serverUrl = process.env['TEST_DATABASE_URL'];
  describe(`${name} (SQLite)`, () => define(tracked(openInMemory)));
  if (serverUrl) describe(`${name} (PostgreSQL)`, () => define(tracked(() => openOwnSchema(serverUrl))));
}

function tracked(open: () => Promise<Opened>): OpenTestDatabase {
  const opened: Opened[] = [];
  let openedBeforeTest = 0;
  beforeEach(() => {
    openedBeforeTest = opened.length;
  });
  afterEach(() => dropAll(opened.splice(openedBeforeTest)));
  afterAll(() => dropAll(opened.splice(0)));
  return async ({ migrationsFolder } = { migrationsFolder: MIGRATIONS_FOLDER }) => {
    const one = await open();
    opened.push(one);
    if (migrationsFolder !== null) await migrate(one.database, migrationsFolder, () => 0);
    return one.database;
  };
}

async function dropAll(opened: readonly Opened[]): Promise<void> {
  for (const one of opened) await one.drop();
}

async function openInMemory(): Promise<Opened> {
  const database = await openDatabase({ databaseUrl: null, dataDir: ':memory:' }, pino({ enabled: false }));
  return { database, drop: () => database.close() };
}

async function openOwnSchema(serverUrl: string): Promise<Opened> {
  const schema = `test_${randomBytes(8).toString('hex')}`;
  await runOnServer(serverUrl, `create schema ${schema}`);
  const url = new URL(serverUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const database = await openDatabase({ databaseUrl: url.href, dataDir: ':memory:' }, pino({ enabled: false }));
  const drop = async (): Promise<void> => {
    await database.close();
    await runOnServer(serverUrl, `drop schema ${schema} cascade`);
  };
  return { database, drop };
}

async function runOnServer(serverUrl: string, statement: string): Promise<void> {
  const { Client } = (await import('pg')).default;
  const client = new Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
