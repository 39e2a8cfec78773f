import { fixedColumn } from '../boards/index.ts';
import type { Store } from '../kernel/index.ts';
import { tasks } from './task.ts';

/** How many tasks of a board are still to be done: those outside Done and Trash. */
export function countOpenTasks(store: Store): number {
  const done = store.list(tasks, fixedColumn(store, 'done').id).length;
  const trashed = store.list(tasks, fixedColumn(store, 'trash').id).length;
  return store.count(tasks) - done - trashed;
}
