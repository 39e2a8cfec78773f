import type { Kysely } from 'kysely';
import type { UserId } from '@talka/domain/kernel';
import type { Tables } from '../platform/database/tables.ts';

/** A user as other slices may know them. Whether the reader may see the e-mail is theirs to decide. */
export interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  readonly emailVerified: boolean;
  readonly language: string;
}

export async function findPeople(db: Kysely<Tables>, ids: readonly UserId[]): Promise<readonly Person[]> {
  if (ids.length === 0) return [];
  const rows = await people(db).where('id', 'in', ids).execute();
  return rows.map(asPerson);
}

/** @param email in any case */
export async function findPersonByEmail(db: Kysely<Tables>, email: string): Promise<Person | null> {
  const row = await people(db).where('email', '=', email.trim().toLowerCase()).executeTakeFirst();
  return row ? asPerson(row) : null;
}

function people(db: Kysely<Tables>) {
  return db.selectFrom('users').select(['id', 'name', 'email', 'email_verified', 'language']);
}

function asPerson({ email_verified, ...row }: Omit<Person, 'emailVerified'> & { readonly email_verified: number }) {
  return { ...row, emailVerified: email_verified === 1 };
}
