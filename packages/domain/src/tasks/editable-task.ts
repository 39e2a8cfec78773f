import { columns } from '../boards/index.ts';
import { no, ok } from '../kernel/index.ts';
import type { Change, Problem, Result, Store, TaskId } from '../kernel/index.ts';
import { tasks } from './task.ts';
import type { Task } from './task.ts';

/** The task that is to be edited: one in Done or Trash stays as it is until it is moved back. */
export function editableTask(change: Change, id: TaskId): Result<Task, Problem> {
  const task = change.get(tasks, id);
  if (task === undefined) return no({ code: 'task-gone' });
  return isFrozen(change.store, task) ? no({ code: 'task-frozen' }) : ok(task);
}

/** Does it lie in Done or Trash? */
export function isFrozen(store: Store, { columnId }: Pick<Task, 'columnId'>): boolean {
  const kind = store.get(columns, columnId)?.kind;
  return kind === 'done' || kind === 'trash';
}
