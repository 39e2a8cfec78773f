import type { BoardCommand } from '../boards/index.ts';
import { ok } from '../kernel/index.ts';
import type { TaskId } from '../kernel/index.ts';
import { checkDue, dueOf } from './due.ts';
import type { Due } from './due.ts';
import { editableTask } from './editable-task.ts';
import { tasks } from './task.ts';
import type { Task } from './task.ts';

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
    const fields = fieldsOf(due);
    const { dueDate, dueTime, dueZone } = task.value;
    if (dueDate === fields.dueDate && dueTime === fields.dueTime && dueZone === fields.dueZone) return ok();
    change.set(tasks, id, fields);
    const to = { to: fields.dueDate, toTime: fields.dueTime, zone: fields.dueZone };
    change.record('task.due-changed', id, { from: dueDate, fromTime: dueTime, ...to });
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

function fieldsOf(due: Due | null): Pick<Task, 'dueDate' | 'dueTime' | 'dueZone'> {
  if (due === null) return { dueDate: null, dueTime: null, dueZone: null };
  return { dueDate: due.date, dueTime: due.time, dueZone: due.timeZone };
}
