import { members } from '../boards/index.ts';
import type { Member } from '../boards/index.ts';
import { defineTable } from '../kernel/index.ts';
import type { Store, Table } from '../kernel/index.ts';

/** One person who is to do one task. */
export interface Assignment {
  /** `linkId` of both. */
  readonly id: string;
  readonly taskId: string;
  readonly userId: string;
}

export const assignments: Table<Assignment> = defineTable<Assignment>('assignment', { by: 'taskId', at: 'userId' });

/** Visitors only look: what is to be done is for Team Members and Board Admins. */
export function isAssignable(member: Pick<Member, 'role'>): boolean {
  return member.role !== 'visitor';
}

/** The people of a task; one who has left the team or only visits now is passed over. */
export function assigneesOf(store: Store, taskId: string): readonly Member[] {
  return store.list(assignments, taskId).flatMap((id) => {
    const member = store.get(members, store.get(assignments, id)?.userId ?? '');
    return member !== undefined && isAssignable(member) ? [member] : [];
  });
}
