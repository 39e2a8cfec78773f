import { no, ok } from '../kernel/index.ts';
import type { Change, Problem, Result, UserId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { isLastAdmin } from './is-last-admin.ts';
import { members } from './member.ts';

export const removeMember: BoardCommand<{ readonly user: UserId }> = {
  name: 'member.remove',
  ability: 'manage-team',
  run: (change, { user }) => takeOff(change, user, 'member.removed'),
};

export const leaveBoard: BoardCommand<Record<string, never>> = {
  name: 'member.leave',
  ability: 'leave-board',
  run: (change) => takeOff(change, change.actor, 'member.left'),
};

function takeOff(change: Change, user: UserId, event: string): Result<void, Problem> {
  const member = change.get(members, user);
  if (member === undefined) return no({ code: 'member-gone' });
  if (isLastAdmin(change.store, user)) return no({ code: 'last-admin' });
  change.drop(members, user);
  change.record(event, null, { userId: user, name: member.name });
  return ok();
}
