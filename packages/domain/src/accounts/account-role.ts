/** What a person is in an account; `member` by being on the team of one of its boards. */
export type AccountRole = 'owner' | 'admin' | 'member';

const RANK: Readonly<Record<AccountRole, number>> = { member: 1, admin: 2, owner: 3 };

/** The stronger of two roles a person holds in one account. */
export function strongerRole(one: AccountRole, other: AccountRole): AccountRole {
  return RANK[one] >= RANK[other] ? one : other;
}

/** Owner and admins see every board of their account, and manage its people and money. */
export function managesAccount(role: AccountRole): boolean {
  return RANK[role] >= RANK.admin;
}
