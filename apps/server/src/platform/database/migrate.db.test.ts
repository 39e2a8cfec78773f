import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { migrate } from './migrate.ts';
import { describeOnEachEngine, MIGRATIONS_FOLDER } from './testing.ts';

const MAKES_A = `export const up = async ({ schema, type }) => {
  await schema.createTable('a').addColumn('id', type.id, (c) => c.primaryKey().notNull()).execute();
};`;
const MAKES_B = `export const up = async ({ schema, type }) => {
  await schema.createTable('b').addColumn('n', type.integer).execute();
};`;
const FAILS_HALFWAY = `export const up = async ({ schema, type, tx }) => {
  await schema.createTable('half').addColumn('n', type.integer).execute();
  await tx.insertInto('a').values({ id: 'x' }).execute();
  throw new Error('the disk is on fire');
};`;

describeOnEachEngine('migrations', (openTestDatabase) => {
  let database: Database;
  let folder: string;

  beforeEach(async () => {
    database = await openTestDatabase({ migrationsFolder: null });
    folder = mkdtempSync(join(tmpdir(), 'migrations-'));
    write('0001-a.ts', MAKES_A);
    write('0002-b.ts', MAKES_B);
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  const write = (name: string, text: string): void => writeFileSync(join(folder, name), text);
  const run = (): Promise<readonly string[]> => migrate(database, folder, () => 1_000);
  const tables = async (): Promise<string[]> => {
    const all = await database.kysely.introspection.getTables();
    const own = database.engine === 'sqlite' ? all : all.filter((table) => table.schema?.startsWith('test_'));
    return own.map((table) => table.name);
  };

  it('run once, in order, and are recorded', async () => {
    expect(await run()).toEqual(['a', 'b']);
    expect(await run()).toEqual([]);
    const recorded = await database.kysely.selectFrom('schema_migrations').selectAll().orderBy('number').execute();
    expect(recorded.map((row) => ({ ...row }))).toEqual([
      { number: 1, name: 'a', applied_at: 1_000 },
      { number: 2, name: 'b', applied_at: 1_000 },
    ]);
  });

  it('leave nothing of one that fails, and keep those before it', async () => {
    write('0003-half.ts', FAILS_HALFWAY);
    await expect(run()).rejects.toThrow('the disk is on fire');
    expect(await database.kysely.selectFrom('schema_migrations').select('name').execute()).toHaveLength(2);
    await expect(
      database.kysely
        .selectFrom('half' as never)
        .selectAll()
        .execute(),
    ).rejects.toThrow(/half/);
    expect(
      await database.kysely
        .selectFrom('a' as never)
        .selectAll()
        .execute(),
    ).toEqual([]);
  });

  it('run once when many nodes start together', async () => {
    const ran = await Promise.all([run(), run(), run()]);
    expect(ran.flat().toSorted()).toEqual(['a', 'b']);
  });

  it('refuse data of a newer version with a sentence that says what to do', async () => {
    write('0003-c.ts', MAKES_A.replace(`'a'`, `'c'`));
    await run();
    rmSync(join(folder, '0003-c.ts'));
    await expect(run()).rejects.toMatchObject({
      name: 'StartError',
      message:
        'This data was written by a newer Talka (schema 3, this one knows 2). ' +
        'Start the newer version, or restore a backup.',
    });
  });

  it('refuse data whose steps were other ones', async () => {
    await run();
    cpSync(join(folder, '0002-b.ts'), join(folder, '0002-other.ts'));
    rmSync(join(folder, '0002-b.ts'));
    await expect(run()).rejects.toThrow('This data does not fit this Talka: its schema step 2 is "b"');
  });

  it('refuse a folder with a gap, a double or a wrong name', async () => {
    write('0004-late.ts', MAKES_B);
    await expect(run()).rejects.toThrow('migration 3 is missing or doubled');
    rmSync(join(folder, '0004-late.ts'));
    write('0002-again.ts', MAKES_B);
    await expect(run()).rejects.toThrow('migration 3 is missing or doubled');
    rmSync(join(folder, '0002-again.ts'));
    write('3-short.ts', MAKES_B);
    await expect(run()).rejects.toThrow('3-short.ts is not named like 0001-what.ts');
    expect(await tables()).not.toContain('a');
  });

  it('of this version run on an empty database, and a second time do nothing', async () => {
    await migrate(database, MIGRATIONS_FOLDER, () => 0);
    expect(await migrate(database, MIGRATIONS_FOLDER, () => 0)).toEqual([]);
  });
});
