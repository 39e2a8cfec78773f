import { columnBehind, columns, fixedColumn } from '../boards/index.ts';
import type { BoardCommand, Column } from '../boards/index.ts';
import { no, ok } from '../kernel/index.ts';
import type { Change, Store, TaskId } from '../kernel/index.ts';
import { placeTask } from './place-task.ts';
import { tasks } from './task.ts';
import type { Task } from './task.ts';

/** Moves a task to the top of Trash. */
export const trashTask: BoardCommand<{ readonly id: TaskId }> = {
  name: 'task.trash',
  ability: 'edit-tasks',
  run(change, { id }) {
    const task = change.get(tasks, id);
    if (task === undefined) return no({ code: 'task-gone' });
    const trash = fixedColumn(change.store, 'trash');
    if (task.columnId === trash.id) return ok();
    placeTask(change, task, trash, null);
    change.record('task.trashed', id, { title: task.title, from: task.columnId, fromName: nameOf(change, task) });
    return ok();
  },
  inverse: (store, { id }) =>
    isTrashed(store, id) === false ? { name: 'task.restore', args: { id }, watch: [[`task/${id}`, 'columnId']] } : null,
};

/** Puts a task back where it was before Trash, or as near as what is left allows. */
export const restoreTask: BoardCommand<{ readonly id: TaskId }> = {
  name: 'task.restore',
  ability: 'edit-tasks',
  run(change, { id }) {
    const task = change.get(tasks, id);
    if (task === undefined) return no({ code: 'task-gone' });
    if (task.trashedFrom === null) return ok();
    const column = columnBehind(change.store, task.trashedFrom) ?? firstColumn(change);
    const home = column.kind === 'trash' ? firstColumn(change) : column;
    placeTask(change, task, home, anchorOf(change, task, home));
    change.record('task.restored', id, { title: task.title, to: home.id, toName: home.name });
    return ok();
  },
  inverse: (store, { id }) =>
    isTrashed(store, id) === true ? { name: 'task.trash', args: { id }, watch: [[`task/${id}`, 'columnId']] } : null,
};

/**
 * What a restored task is to stand behind: what it stood behind, or, while that is in Trash itself, what that stood
 * behind. With nothing left it goes to the top of its own column, to the end of any other.
 */
function anchorOf(change: Change, task: Task, home: Column): string | null {
  let after = task.trashedAfter;
  while (after !== null) {
    const anchor = change.get(tasks, after);
    if (anchor === undefined || anchor.trashedFrom !== task.trashedFrom) return after;
    after = anchor.trashedAfter;
  }
  return home.id === task.trashedFrom ? null : (change.list(tasks, home.id).at(-1) ?? null);
}

/** Undefined for a task that isn't there. */
export function isTrashed(store: Store, id: TaskId): boolean | undefined {
  const task = store.get(tasks, id);
  return task === undefined ? undefined : task.columnId === fixedColumn(store, 'trash').id;
}

function nameOf(change: Change, task: Task): string {
  return change.get(columns, task.columnId)?.name ?? '';
}

/** Where a restored task goes when its column went to Trash itself: the first stage, or Done on a board without any. */
function firstColumn(change: Change) {
  const [first] = change.list(columns);
  const column = first === undefined ? undefined : change.get(columns, first);
  return column ?? fixedColumn(change.store, 'done');
}
