import { DatabaseSync } from 'node:sqlite';
import { CompiledQuery } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { SqliteConnection } from './sqlite-connection.ts';

let connection: SqliteConnection;
const run = (sql: string) => connection.executeQuery<Record<string, unknown>>(CompiledQuery.raw(sql));
const names = async () => (await run('select name from notes order by name')).rows.map((row) => row['name']);

beforeEach(async () => {
  connection = new SqliteConnection(new DatabaseSync(':memory:', { enableForeignKeyConstraints: true }));
  await run('create table notes (name text primary key, about text references notes deferrable initially deferred)');
});

test('a commit that fails leaves no transaction behind', async () => {
  connection.begin(false);
  await run(`insert into notes values ('a', 'nothing there')`);
  expect(() => connection.commit()).toThrow('FOREIGN KEY');
  connection.rollback();
  connection.begin(false);
  await run(`insert into notes values ('b', null)`);
  connection.commit();
  expect(await names()).toEqual(['b']);
});

test('a begin that finds one left open ends that one first', async () => {
  connection.begin(false);
  await run(`insert into notes values ('lost', null)`);
  connection.begin(false);
  connection.commit();
  expect(await names()).toEqual([]);
});

test('a rollback with nothing to roll back is quiet', () => {
  expect(() => connection.rollback()).not.toThrow();
});

test('a thousand different statements are no burden, and old ones still run', async () => {
  for (let n = 0; n < 1_000; n++) expect((await run(`select ${n} as n`)).rows).toMatchObject([{ n }]);
  expect((await run('select 0 as n')).rows).toMatchObject([{ n: 0 }]);
});

test('a kept statement sees a column added meanwhile', async () => {
  await run(`insert into notes values ('a', null)`);
  expect(Object.keys((await run('select * from notes')).rows[0] ?? {})).toEqual(['name', 'about']);
  await run('alter table notes add column pinned integer');
  expect(Object.keys((await run('select * from notes')).rows[0] ?? {})).toEqual(['name', 'about', 'pinned']);
});
