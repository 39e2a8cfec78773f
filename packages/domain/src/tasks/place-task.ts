import type { Column } from '../boards/index.ts';
import { must, placesAt } from '../kernel/index.ts';
import type { Change } from '../kernel/index.ts';
import { tasks } from './task.ts';
import type { Task } from './task.ts';

/** Puts a task behind `after` in a column; into Trash it remembers its way back, out of Trash it forgets it. */
export function placeTask(change: Change, task: Task, column: Column, after: string | null): void {
  const fields = { columnId: column.id, ...trashFields(change, task, column) };
  if (after === task.id && task.columnId === column.id) return;
  const place = { parent: column.id, after, moving: task.id };
  const position = must(placesAt(change, tasks, place)[0], 'a place');
  change.set(tasks, task.id, task.columnId === column.id ? { position } : { ...fields, position });
}

function trashFields(change: Change, task: Task, column: Column) {
  if (column.kind !== 'trash') return { trashedBy: null, trashedAt: null, trashedFrom: null, trashedAfter: null };
  const ids = change.list(tasks, task.columnId);
  const at = ids.indexOf(task.id);
  return {
    trashedBy: change.actor,
    trashedAt: change.now,
    trashedFrom: task.columnId,
    trashedAfter: ids[at - 1] ?? null,
  };
}
