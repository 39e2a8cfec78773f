import { no, ok } from '../kernel/index.ts';
import type { UserId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { isLastAdmin } from './is-last-admin.ts';
import { members } from './member.ts';
import type { BoardRole } from './member.ts';

export const setMemberRole: BoardCommand<{ readonly user: UserId; readonly role: BoardRole }> = {
  name: 'member.setRole',
  ability: 'manage-team',
  run(change, { user, role }) {
    const member = change.get(members, user);
    if (member === undefined) return no({ code: 'member-gone' });
    if (member.role === role) return ok();
    if (isLastAdmin(change.store, user)) return no({ code: 'last-admin' });
    change.set(members, user, { role });
    change.record('member.role-changed', null, { userId: user, name: member.name, from: member.role, to: role });
    return ok();
  },
  inverse(store, { user }) {
    const member = store.get(members, user);
    if (member === undefined) return null;
    return { name: 'member.setRole', args: { user, role: member.role }, watch: [[`member/${user}`, 'role']] };
  },
};
