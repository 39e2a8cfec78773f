import type { BoardCommand } from '../boards/index.ts';
import { cleanText, LIMITS, no, ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { descriptions, tasks } from './task.ts';

/** Writes a task's description, as plain text. */
export const describeTask: BoardCommand<{ readonly id: TaskId; readonly text: string }> = {
  name: 'task.describe',
  ability: 'edit-tasks',
  run(change, { id, text }) {
    const clean = cleanText(text, LIMITS.taskDescription);
    if (!clean.ok) return clean;
    const task = change.get(tasks, id);
    if (task === undefined) return no({ code: 'task-gone' });
    change.add(descriptions, { id, text: clean.value });
    const described = clean.value === '' ? 0 : 1;
    if (task.described !== described) change.set(tasks, id, { described });
    change.record('task.described', id, { length: clean.value.length });
    return ok();
  },
};
