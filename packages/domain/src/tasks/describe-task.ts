import type { BoardCommand } from '../boards/index.ts';
import { cleanText, LIMITS, ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { editableTask } from './editable-task.ts';
import { descriptions, tasks } from './task.ts';

/** Writes a task's description, as plain text. */
export const describeTask: BoardCommand<{ readonly id: TaskId; readonly text: string }> = {
  name: 'task.describe',
  ability: 'edit-tasks',
  run(change, { id, text }) {
    const clean = cleanText(text, LIMITS.taskDescription);
    if (!clean.ok) return clean;
    const task = editableTask(change, id);
    if (!task.ok) return task;
    change.add(descriptions, { id, text: clean.value });
    const described = clean.value === '' ? 0 : 1;
    if (task.value.described !== described) change.set(tasks, id, { described });
    change.record('task.described', id, { length: clean.value.length });
    return ok();
  },
};
