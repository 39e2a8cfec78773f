import { can, members, roleOn } from '@talka/domain/boards';
import type { Ability, Role } from '@talka/domain/boards';
import type { Kysely, Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { AccountRoleOf } from './account-role-of.ts';
import type { BoardMemory } from './board-memory.ts';

type Db = Kysely<Tables> | Transaction<Tables>;

/** What someone is to a board right now; null when it is hidden from them. */
export async function roleOnBoard(
  db: Db,
  accountRoleOf: AccountRoleOf,
  memory: BoardMemory,
  userId: string,
): Promise<Role | null> {
  const boardRole = memory.store.get(members, userId)?.role ?? null;
  return roleOn(boardRole, await accountRoleOf(db, memory.accountId, userId));
}

/** The same question for one ability, without asking the database where the role on the board already says yes. */
export async function mayOnBoard(
  db: Db,
  { accountRoleOf, memory, userId }: { accountRoleOf: AccountRoleOf; memory: BoardMemory; userId: string },
  ability: Ability,
): Promise<boolean> {
  const boardRole = memory.store.get(members, userId)?.role ?? null;
  if (can(boardRole, ability)) return true;
  return can(await roleOnBoard(db, accountRoleOf, memory, userId), ability);
}
