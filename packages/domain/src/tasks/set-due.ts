import type { BoardCommand } from '../boards/index.ts';
import { ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { checkDue, dueOf } from './due.ts';
import type { Due } from './due.ts';
import { editableTask } from './editable-task.ts';
import { tasks } from './task.ts';

export interface SetDue {
  readonly id: TaskId;
  readonly due: Due | null;
}

export const setDue: BoardCommand<SetDue> = {
  name: 'task.setDue',
  ability: 'edit-tasks',
  run(change, { id, due }) {
    const problem = due === null ? ok() : checkDue(due);
    if (!problem.ok) return problem;
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const from = dueOf(task.value);
    const fields = { dueDate: due?.date ?? null, dueTime: due?.time ?? null, dueZone: due?.timeZone ?? null };
    if (from?.date === due?.date && from?.time === due?.time && from?.timeZone === due?.timeZone) return ok();
    change.set(tasks, id, fields);
    change.record('task.due-changed', id, {
      from: from?.date ?? null,
      fromTime: from?.time ?? null,
      to: fields.dueDate,
      toTime: fields.dueTime,
      zone: fields.dueZone,
    });
    return ok();
  },
  inverse(store, { id }) {
    const task = store.get(tasks, id);
    if (task === undefined) return null;
    return {
      name: 'task.setDue',
      args: { id, due: dueOf(task) },
      watch: [
        [`task/${id}`, 'dueDate'],
        [`task/${id}`, 'dueTime'],
        [`task/${id}`, 'dueZone'],
      ],
    };
  },
};
