import type { BoardCommand } from '../boards/index.ts';
import { cleanLine, LIMITS, ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { editableTask } from './editable-task.ts';
import { tasks } from './task.ts';

export const renameTask: BoardCommand<{ readonly id: TaskId; readonly title: string }> = {
  name: 'task.rename',
  ability: 'edit-tasks',
  run(change, { id, title }) {
    const clean = cleanLine(title, LIMITS.taskTitle);
    if (!clean.ok) return clean;
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const { title: from } = task.value;
    if (from === clean.value) return ok();
    change.set(tasks, id, { title: clean.value });
    change.record('task.renamed', id, { from, to: clean.value });
    return ok();
  },
  inverse(store, { id }) {
    const task = store.get(tasks, id);
    if (task === undefined) return null;
    return { name: 'task.rename', args: { id, title: task.title }, watch: [[`task/${id}`, 'title']] };
  },
};
