import { members } from '../boards/index.ts';
import type { BoardCommand } from '../boards/index.ts';
import { LIMITS, no, ok } from '../kernel/index.ts';
import type { TaskId, UserId } from '../kernel/index.ts';
import { assigneesOf, assignments, isAssignable } from './assignment.ts';
import { editableTask } from './editable-task.ts';
import { linkId } from './link-id.ts';

export interface AssignTask {
  readonly id: TaskId;
  readonly user: UserId;
}

/** Gives a task to somebody of the team, beside those who have it. */
export const assignTask: BoardCommand<AssignTask> = {
  name: 'task.assign',
  ability: 'edit-tasks',
  run(change, { id, user }) {
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const member = change.get(members, user);
    if (member === undefined) return no({ code: 'member-gone' });
    if (!isAssignable(member)) return no({ code: 'visitor-not-assignable' });
    const link = linkId(id, user);
    if (change.get(assignments, link) !== undefined) return ok();
    if (assigneesOf(change.store, id).length >= LIMITS.assigneesPerTask) {
      return no({ code: 'too-many-assignees', info: { max: LIMITS.assigneesPerTask } });
    }
    change.add(assignments, { id: link, taskId: id, userId: user });
    change.record('task.assigned', id, { userId: user, name: member.name });
    return ok();
  },
  inverse: (store, { id, user }) =>
    store.get(assignments, linkId(id, user)) === undefined
      ? { name: 'task.unassign', args: { id, user }, watch: [[`assignment/${linkId(id, user)}`, '']] }
      : null,
};

export const unassignTask: BoardCommand<AssignTask> = {
  name: 'task.unassign',
  ability: 'edit-tasks',
  run(change, { id, user }) {
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const link = linkId(id, user);
    if (change.get(assignments, link) === undefined) return ok();
    change.drop(assignments, link);
    change.record('task.unassigned', id, { userId: user, name: change.get(members, user)?.name ?? '' });
    return ok();
  },
  inverse: (store, { id, user }) =>
    store.get(assignments, linkId(id, user)) === undefined
      ? null
      : { name: 'task.assign', args: { id, user }, watch: [[`assignment/${linkId(id, user)}`, '']] },
};
