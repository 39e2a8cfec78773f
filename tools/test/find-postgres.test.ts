import { expect, test } from 'vitest';
import { findPostgres } from './find-postgres.ts';

test('a database named beforehand is taken at its word', async () => {
  expect(await findPostgres('postgres://someone@elsewhere/else')).toBe('postgres://someone@elsewhere/else');
});

test('an unnamed database is the local one when it answers, or none', async () => {
  expect([null, 'postgres://postgres@127.0.0.1:5432/postgres']).toContain(await findPostgres(''));
});
