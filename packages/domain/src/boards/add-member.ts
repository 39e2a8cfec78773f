import { LIMITS, no, ok } from '../kernel/index.ts';
import type { UserId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { members } from './member.ts';
import type { BoardRole } from './member.ts';

export interface AddMember {
  readonly user: UserId;
  readonly name: string;
  readonly role: BoardRole;
}

/**
 * Puts a person on the board team. Browsers can't send it: an invitation names an address, and the server finds the
 * person behind it. Someone already there keeps the role they have.
 */
export const addMember: BoardCommand<AddMember> = {
  name: 'member.add',
  ability: 'manage-team',
  run(change, { user, name, role }) {
    if (change.get(members, user) !== undefined) return ok();
    if (change.store.count(members) >= LIMITS.teamPerBoard) {
      return no({ code: 'team-full', info: { max: LIMITS.teamPerBoard } });
    }
    change.add(members, { id: user, name, role });
    change.record('member.added', null, { userId: user, name, role });
    return ok();
  },
};
