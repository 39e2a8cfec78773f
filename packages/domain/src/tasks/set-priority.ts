import type { BoardCommand } from '../boards/index.ts';
import { ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { editableTask } from './editable-task.ts';
import { tasks } from './task.ts';
import type { TaskPriority } from './task-status.ts';

export const setPriority: BoardCommand<{ readonly id: TaskId; readonly priority: TaskPriority }> = {
  name: 'task.setPriority',
  ability: 'edit-tasks',
  run(change, { id, priority }) {
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const { priority: from } = task.value;
    if (from === priority) return ok();
    change.set(tasks, id, { priority });
    change.record('task.priority-changed', id, { from, to: priority });
    return ok();
  },
  inverse(store, { id }) {
    const task = store.get(tasks, id);
    if (task === undefined) return null;
    return { name: 'task.setPriority', args: { id, priority: task.priority }, watch: [[`task/${id}`, 'priority']] };
  },
};
