import type { BoardCommand } from '../boards/index.ts';
import { ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { editableTask } from './editable-task.ts';
import { tasks } from './task.ts';
import type { TaskStatus } from './task-status.ts';

export const setStatus: BoardCommand<{ readonly id: TaskId; readonly status: TaskStatus }> = {
  name: 'task.setStatus',
  ability: 'edit-tasks',
  run(change, { id, status }) {
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const { status: from } = task.value;
    if (from === status) return ok();
    change.set(tasks, id, { status });
    change.record('task.status-changed', id, { from, to: status });
    return ok();
  },
  inverse(store, { id }) {
    const task = store.get(tasks, id);
    if (task === undefined) return null;
    return { name: 'task.setStatus', args: { id, status: task.status }, watch: [[`task/${id}`, 'status']] };
  },
};
