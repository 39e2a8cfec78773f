import type { BoardRole } from './member.ts';

/**
 * What someone is to a board. `account-team` is anyone on another board of the account, where the board is shared
 * with it; `account-admin` is an admin of the account, `account-owner` its owner.
 */
export type Role = 'link-holder' | 'account-team' | BoardRole | 'account-admin' | 'account-owner';

export const ROLES: readonly Role[] = [
  'link-holder',
  'account-team',
  'visitor',
  'member',
  'admin',
  'account-admin',
  'account-owner',
];

const EVERYONE = ROLES;
const READERS: readonly Role[] = ROLES.filter((role) => role !== 'link-holder');
const EXPORTERS: readonly Role[] = ['visitor', 'member', 'admin', 'account-admin', 'account-owner'];
const WORKERS: readonly Role[] = ['member', 'admin', 'account-admin', 'account-owner'];
const ADMINS: readonly Role[] = ['admin', 'account-admin', 'account-owner'];
const OWNERS: readonly Role[] = ['account-owner'];

export type Ability =
  | 'see-board'
  | 'see-team'
  | 'arrange-own-view'
  | 'leave-board'
  | 'edit-tasks'
  | 'edit-board'
  | 'manage-team'
  | 'export-board'
  | 'move-to-account'
  | 'delete-for-good';

/** Who may do what: the only source for checks, buttons, tests and the document made of it. */
export const POLICY: Readonly<Record<Ability, readonly Role[]>> = {
  'see-board': EVERYONE,
  'see-team': READERS,
  'arrange-own-view': READERS,
  'leave-board': ['visitor', 'member', 'admin'],
  'edit-tasks': WORKERS,
  'edit-board': ADMINS,
  'manage-team': ADMINS,
  'export-board': EXPORTERS,
  'move-to-account': OWNERS,
  'delete-for-good': OWNERS,
};

export const ABILITIES = Object.keys(POLICY) as readonly Ability[];

/** May someone in this role do it? Null is someone the board is hidden from: they may do nothing. */
export function can(role: Role | null, ability: Ability): boolean {
  return role !== null && POLICY[ability].includes(role);
}

/** What someone is to a board, out of their role on it and in its account; the stronger one counts. */
export function roleOn(boardRole: BoardRole | null, accountRole: 'owner' | 'admin' | null): Role | null {
  if (accountRole === 'owner') return 'account-owner';
  if (accountRole === 'admin') return 'account-admin';
  return boardRole;
}
