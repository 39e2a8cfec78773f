import type { BoardCommand } from '../boards/index.ts';
import { LIMITS, no, ok } from '../kernel/index.ts';
import type { Change, Inverse, Problem, Result, TaskId } from '../kernel/index.ts';
import { isTrashed, restoreTask, trashTask } from './trash-task.ts';

export interface ManyTasks {
  readonly ids: readonly TaskId[];
}

/** Moves some tasks to Trash, all or none. */
export const trashTasks: BoardCommand<ManyTasks> = {
  name: 'tasks.trash',
  ability: 'edit-tasks',
  run: (change, { ids }) => eachOf(change, trashTask, ids),
  inverse: (store, { ids }) =>
    movedBack(
      'tasks.restore',
      ids.filter((id) => isTrashed(store, id) === false),
    ),
};

/** Restores some tasks from Trash, all or none. */
export const restoreTasks: BoardCommand<ManyTasks> = {
  name: 'tasks.restore',
  ability: 'edit-tasks',
  run: (change, { ids }) => eachOf(change, restoreTask, ids),
  inverse: (store, { ids }) =>
    movedBack(
      'tasks.trash',
      ids.filter((id) => isTrashed(store, id) === true),
    ),
};

function eachOf(change: Change, command: typeof trashTask, ids: readonly TaskId[]): Result<void, Problem> {
  if (ids.length > LIMITS.tasksPerPaste) return no({ code: 'too-many-lines', info: { max: LIMITS.tasksPerPaste } });
  for (const id of ids) {
    const answer = command.run(change, { id });
    if (!answer.ok) return answer;
  }
  return ok();
}

/** Only of those that the command will move; null when that is none. */
function movedBack(name: string, ids: readonly TaskId[]): Inverse | null {
  if (ids.length === 0) return null;
  return { name, args: { ids }, watch: ids.map((id) => [`task/${id}`, 'columnId']) };
}
