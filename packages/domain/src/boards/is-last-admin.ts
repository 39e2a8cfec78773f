import type { Store } from '../kernel/index.ts';
import { members } from './member.ts';

/** Is this person the only Board Admin left? A board is never without one. */
export function isLastAdmin(store: Store, userId: string): boolean {
  if (store.get(members, userId)?.role !== 'admin') return false;
  for (const member of store.rows(members)) if (member.role === 'admin' && member.id !== userId) return false;
  return true;
}
