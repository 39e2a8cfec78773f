import { columnBehind, columns } from '../boards/index.ts';
import type { BoardCommand } from '../boards/index.ts';
import { no, ok } from '../kernel/index.ts';
import type { ColumnId, TaskId } from '../kernel/index.ts';
import { placeTask } from './place-task.ts';
import { tasks } from './task.ts';

export interface MoveTask {
  readonly id: TaskId;
  readonly column: ColumnId;
  /** The task to stand behind: null is the top, one no longer in the column means its end. */
  readonly after: TaskId | null;
}

/** Moves a task within its column or to another. Order inside a column isn't worth a line of history. */
export const moveTask: BoardCommand<MoveTask> = {
  name: 'task.move',
  ability: 'edit-tasks',
  run(change, { id, column: asked, after }) {
    const task = change.get(tasks, id);
    if (task === undefined) return no({ code: 'task-gone' });
    const column = columnBehind(change.store, asked);
    if (column === undefined) return no({ code: 'column-gone' });
    placeTask(change, task, column, after);
    if (column.id === task.columnId) return ok();
    const from = change.get(columns, task.columnId);
    change.record('task.moved', id, {
      title: task.title,
      from: task.columnId,
      fromName: from?.name ?? '',
      to: column.id,
      toName: column.name,
    });
    return ok();
  },
  inverse(store, { id }) {
    const task = store.get(tasks, id);
    if (task === undefined) return null;
    const ids = store.list(tasks, task.columnId);
    const after = ids[ids.indexOf(id) - 1] ?? null;
    return {
      name: 'task.move',
      args: { id, column: task.columnId, after },
      watch: [
        [`task/${id}`, 'columnId'],
        [`task/${id}`, 'position'],
      ],
    };
  },
};
