import * as boards from '../boards/index.ts';
import type { BoardCommand, BoardRole } from '../boards/index.ts';
import type { Change, UserId } from '../kernel/index.ts';
import { assignments } from './assignment.ts';
import { isFrozen } from './editable-task.ts';
import { tasks } from './task.ts';

/** More tasks aren't taken from one person in one command: what is left isn't shown, since only the team is. */
export const TASKS_LEFT_AT_ONCE = 5_000;

/** Takes somebody off the team, and off the tasks that are still to be done. */
export const removeMember: BoardCommand<{ readonly user: UserId }> = {
  ...boards.removeMember,
  run: (change, args) => leaving(change, args.user, () => boards.removeMember.run(change, args)),
};

export const leaveBoard: BoardCommand<Record<string, never>> = {
  ...boards.leaveBoard,
  run: (change, args) => leaving(change, change.actor, () => boards.leaveBoard.run(change, args)),
};

/** Gives somebody another role; who becomes Visitor is taken off the tasks that are still to be done. */
export const setMemberRole: BoardCommand<{ readonly user: UserId; readonly role: BoardRole }> = {
  ...boards.setMemberRole,
  run: (change, args) => leaving(change, args.user, () => boards.setMemberRole.run(change, args)),
};

type Answer = ReturnType<typeof boards.removeMember.run>;

function leaving(change: Change, user: UserId, run: () => Answer): Answer {
  const name = change.get(boards.members, user)?.name ?? '';
  const answer = run();
  const member = change.get(boards.members, user);
  const stays = member !== undefined && boards.can(member.role, 'edit-tasks');
  if (answer.ok && !stays) leaveOpenTasks(change, user, name);
  return answer;
}

function leaveOpenTasks(change: Change, user: UserId, name: string): void {
  const theirs = [...change.store.rows(assignments)].filter((each) => each.userId === user);
  const open = theirs.filter(({ taskId }) => {
    const task = change.get(tasks, taskId);
    return task !== undefined && !isFrozen(change.store, task);
  });
  for (const { id, taskId } of open.slice(0, TASKS_LEFT_AT_ONCE)) {
    change.drop(assignments, id);
    change.record('task.unassigned', taskId, { userId: user, name });
  }
}
