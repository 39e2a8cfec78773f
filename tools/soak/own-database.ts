import { randomBytes } from 'node:crypto';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import pg from 'pg';

/** An empty database of the soak's own: a folder, and where PostgreSQL is used a schema. */
export interface OwnDatabase {
  readonly databaseUrl: string | null;
  readonly dataDir: string;
  drop(): Promise<void>;
}

export async function createOwnDatabase(serverUrl: string | null): Promise<OwnDatabase> {
  const dataDir = await mkdtemp(join(tmpdir(), 'talka-soak-'));
  const dropFolder = (): Promise<void> => rm(dataDir, { recursive: true, force: true });
  if (serverUrl === null) return { databaseUrl: null, dataDir, drop: dropFolder };
  const schema = `soak_${randomBytes(6).toString('hex')}`;
  await run(serverUrl, `create schema ${schema}`);
  const url = new URL(serverUrl);
  url.searchParams.set('options', `-c search_path=${schema}`);
  const drop = async (): Promise<void> => {
    await run(serverUrl, `drop schema ${schema} cascade`);
    await dropFolder();
  };
  return { databaseUrl: url.href, dataDir, drop };
}

async function run(serverUrl: string, statement: string): Promise<void> {
  const client = new pg.Client({ connectionString: serverUrl });
  await client.connect();
  try {
    await client.query(statement);
  } finally {
    await client.end();
  }
}
