import type { UserId } from '@talka/domain/kernel';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

export interface Person {
  readonly id: UserId;
  readonly name: string;
  readonly email: string;
  /** BCP 47; mails to this person are in it. */
  readonly language: string;
}

/** Who is behind an id or an address; the identity slice knows. */
export interface People {
  byId(db: Kysely<Tables>, id: UserId): Promise<Person | null>;
  /** Only people whose address counts as theirs: proven where this server can send mail. */
  byEmail(db: Kysely<Tables>, email: string): Promise<Person | null>;
  byIds(db: Kysely<Tables>, ids: readonly string[]): Promise<readonly Person[]>;
}
