import type { Kysely } from 'kysely';
import { sql } from 'kysely';
import { beforeEach, expect, it } from 'vitest';
import type { Database } from './database.ts';
import { migrationSchema } from './migration-schema.ts';
import { describeOnEachEngine } from './testing.ts';

interface Sample {
  readonly id: string;
  readonly made_at: number;
  readonly note: string | null;
  readonly done: number;
  readonly bytes: Uint8Array | null;
}
type Samples = Record<'samples', Sample>;

async function makeSamples(database: Database): Promise<void> {
  const { schema, type } = migrationSchema(database.engine, database.kysely as never);
  await schema
    .createTable('samples')
    .addColumn('id', type.id, (column) => column.primaryKey().notNull())
    .addColumn('made_at', type.instant, (column) => column.notNull())
    .addColumn('note', type.text)
    .addColumn('done', type.flag, (column) => column.notNull().defaultTo(0))
    .addColumn('bytes', type.blob)
    .execute();
}

function sample(id: string, note: string | null = null): Sample {
  return { id, made_at: 1_800_000_000_123, note, done: 1, bytes: null };
}

describeOnEachEngine('the database', (openTestDatabase) => {
  let database: Database;
  let samples: Kysely<Samples>;

  beforeEach(async () => {
    database = await openTestDatabase({ migrationsFolder: null });
    await makeSamples(database);
    samples = database.kysely.$extendTables<Samples>();
  });

  it('gives back what was written', async () => {
    const row = { ...sample('a', 'ß漢🙂'), bytes: new Uint8Array([0, 255]) };
    await samples.insertInto('samples').values(row).execute();
    const read = await samples.selectFrom('samples').selectAll().executeTakeFirstOrThrow();
    expect({ ...read, bytes: [...(read.bytes ?? [])] }).toEqual({ ...row, bytes: [0, 255] });
  });

  it('counts and sums as numbers', async () => {
    await samples
      .insertInto('samples')
      .values([sample('a'), sample('b')])
      .execute();
    const read = await samples
      .selectFrom('samples')
      .select(({ fn }) => [fn.countAll().as('n'), fn.sum('made_at').as('sum')])
      .executeTakeFirstOrThrow();
    expect({ ...read }).toEqual({ n: 2, sum: 3_600_000_000_246 });
  });

  it('orders text by its bytes', async () => {
    await samples
      .insertInto('samples')
      .values(['b', 'a', 'B', 'a0', 'Z', '_'].map((id) => sample(id)))
      .execute();
    const rows = await samples.selectFrom('samples').select('id').orderBy('id').execute();
    expect(rows.map((row) => row.id)).toEqual(['B', 'Z', '_', 'a', 'a0', 'b']);
  });

  it('says how many rows an update changed', async () => {
    await samples
      .insertInto('samples')
      .values([sample('a'), sample('b')])
      .execute();
    const result = await samples.updateTable('samples').set({ done: 0 }).executeTakeFirstOrThrow();
    expect(result.numUpdatedRows).toBe(2n);
  });

  it('returns rows from an insert', async () => {
    const row = await samples.insertInto('samples').values(sample('a')).returning('made_at').executeTakeFirstOrThrow();
    expect(row.made_at).toBe(1_800_000_000_123);
  });

  it('refuses a value of another type than its column', async () => {
    const wrong = { ...sample('a'), made_at: 'yesterday' as never };
    await expect(samples.insertInto('samples').values(wrong).execute()).rejects.toThrow();
  });

  it('accepts row locks on both engines', async () => {
    await samples.insertInto('samples').values(sample('a')).execute();
    const rows = await database.transaction((tx) =>
      tx.$extendTables<Samples>().selectFrom('samples').select('id').forUpdate().skipLocked().execute(),
    );
    expect(rows.length).toBe(1);
  });

  it('keeps nothing of a transaction that throws', async () => {
    const failing = database.transaction(async (tx) => {
      await tx.$extendTables<Samples>().insertInto('samples').values(sample('a')).execute();
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(await samples.selectFrom('samples').select('id').execute()).toEqual([]);
  });

  it('goes on after a statement of a transaction failed', async () => {
    const failing = database.transaction(async (tx) => {
      await sql`select no_such_column`.execute(tx);
    });
    await expect(failing).rejects.toThrow();
    await samples.insertInto('samples').values(sample('a')).execute();
    expect((await samples.selectFrom('samples').select('id').execute()).length).toBe(1);
  });

  it('runs simultaneous transactions without mixing them', async () => {
    await samples.insertInto('samples').values(sample('a', '0')).execute();
    const addOne = () =>
      database.transaction(async (tx) => {
        const own = tx.$extendTables<Samples>();
        const row = await own.selectFrom('samples').select('note').forUpdate().executeTakeFirstOrThrow();
        await new Promise((resolve) => setImmediate(resolve));
        await own
          .updateTable('samples')
          .set({ note: String(Number(row.note) + 1) })
          .execute();
      });
    await Promise.all(Array.from({ length: 20 }, addOne));
    expect(await samples.selectFrom('samples').select('note').executeTakeFirst()).toMatchObject({ note: '20' });
  });

  it('refuses a statement past its transaction instead of waiting for ever', async () => {
    const nested = database.transaction(async () => samples.selectFrom('samples').select('id').execute());
    await expect(nested).rejects.toThrow('inside a transaction every statement must go through its tx');
    const doubled = database.transaction(() => database.transaction(async () => 1));
    await expect(doubled).rejects.toThrow('inside a transaction');
  });

  it('rolls back to a savepoint', async () => {
    await database.kysely
      .startTransaction()
      .execute()
      .then(async (tx) => {
        const own = tx.$extendTables<Samples>();
        await own.insertInto('samples').values(sample('a')).execute();
        const point = await tx.savepoint('before "b"').execute();
        await own.insertInto('samples').values(sample('b')).execute();
        await point.rollbackToSavepoint('before "b"').execute();
        await tx.commit().execute();
      });
    expect((await samples.selectFrom('samples').select('id').execute()).map((row) => row.id)).toEqual(['a']);
  });

  it('cannot be used once closed', async () => {
    await database.close();
    await expect(samples.selectFrom('samples').select('id').execute()).rejects.toThrow();
  });
});
