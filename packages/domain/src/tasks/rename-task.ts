import type { BoardCommand } from '../boards/index.ts';
import { cleanLine, LIMITS, no, ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { tasks } from './task.ts';

export const renameTask: BoardCommand<{ readonly id: TaskId; readonly title: string }> = {
  name: 'task.rename',
  ability: 'edit-tasks',
  run(change, { id, title }) {
    const clean = cleanLine(title, LIMITS.taskTitle);
    if (!clean.ok) return clean;
    const task = change.get(tasks, id);
    if (task === undefined) return no({ code: 'task-gone' });
    if (task.title === clean.value) return ok();
    change.set(tasks, id, { title: clean.value });
    change.record('task.renamed', id, { from: task.title, to: clean.value });
    return ok();
  },
  inverse(store, { id }) {
    const task = store.get(tasks, id);
    if (task === undefined) return null;
    return { name: 'task.rename', args: { id, title: task.title }, watch: [[`task/${id}`, 'title']] };
  },
};
