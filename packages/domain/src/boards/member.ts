import { defineTable } from '../kernel/index.ts';
import type { Table } from '../kernel/index.ts';

/** A role given on one board. */
export type BoardRole = 'visitor' | 'member' | 'admin';

export const BOARD_ROLES: readonly BoardRole[] = ['visitor', 'member', 'admin'];

/** One person of the board team. E-mail addresses stay out: every reader of the board gets these rows. */
export interface Member {
  /** UserId. */
  readonly id: string;
  readonly name: string;
  readonly role: BoardRole;
}

/** Listed by name. */
export const members: Table<Member> = defineTable<Member>('member', { by: null, at: 'name' });
