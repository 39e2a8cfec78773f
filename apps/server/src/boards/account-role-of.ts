import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** Answers whether someone owns or administers an account; the accounts slice knows. */
export type AccountRoleOf = (db: Db, accountId: string, userId: string) => Promise<'owner' | 'admin' | null>;
