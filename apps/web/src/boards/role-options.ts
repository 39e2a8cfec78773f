import { BOARD_ROLES, type BoardRole } from '@talka/domain/boards';
import { roleName } from '../app/role-name.ts';
import type { SelectOption } from '../ui/select.tsx';

/** The roles one may give on a board, the strongest last. */
export function roleOptions(): readonly SelectOption<BoardRole>[] {
  return BOARD_ROLES.map((role) => ({ value: role, label: roleName(role) }));
}
