import { columnBehind, columns, detours, fixedColumn } from '../boards/index.ts';
import type { BoardCommand, Column } from '../boards/index.ts';
import { must, no, ok, placesAt } from '../kernel/index.ts';
import type { Change, ColumnId } from '../kernel/index.ts';
import { tasks } from './task.ts';

export interface DeleteColumn {
  readonly id: ColumnId;
  /** Where its tasks go; null is Trash. */
  readonly to: ColumnId | null;
}

/** A column of more tasks isn't undone in one step: the command would be too long for a frame. */
export const TASKS_BROUGHT_BACK = 5_000;

/** Deletes a stage; its tasks go, in their order, to the end of where they were asked to (the top of Trash). */
export const deleteColumn: BoardCommand<DeleteColumn> = {
  name: 'column.delete',
  ability: 'edit-board',
  run(change, { id, to }) {
    const column = change.get(columns, id);
    if (column === undefined) return no({ code: 'column-gone' });
    if (column.kind !== 'stage') return no({ code: 'column-fixed' });
    const target = to === null ? fixedColumn(change.store, 'trash') : columnBehind(change.store, to);
    if (target === undefined || target.id === id) return no({ code: 'column-gone' });
    const count = moveAll(change, column, target);
    change.drop(columns, id);
    change.add(detours, { id, columnId: target.id });
    change.record('column.deleted', null, {
      columnId: id,
      name: column.name,
      to: target.name,
      toKind: target.kind,
      count,
    });
    return ok();
  },
  inverse(store, { id }) {
    const column = store.get(columns, id);
    const ids = store.list(tasks, id);
    if (column === undefined || ids.length > TASKS_BROUGHT_BACK) return null;
    const order = store.list(columns);
    const after = order[order.indexOf(id) - 1] ?? null;
    return {
      name: 'column.restore',
      args: { id, name: column.name, after, tasks: ids },
      watch: [[`detour/${id}`, '']],
    };
  },
};

function moveAll(change: Change, from: Column, to: Column): number {
  const ids = change.list(tasks, from.id);
  const last = to.kind === 'trash' ? null : (change.list(tasks, to.id).at(-1) ?? null);
  const positions = placesAt(change, tasks, { parent: to.id, after: last }, ids.length);
  const trashed = to.kind === 'trash' ? { trashedBy: change.actor, trashedAt: change.now, trashedFrom: from.id } : {};
  let before: string | null = null;
  for (const [index, id] of ids.entries()) {
    const position = must(positions[index], 'a place');
    const after = to.kind === 'trash' ? { trashedAfter: before } : {};
    change.set(tasks, id, { columnId: to.id, position, ...trashed, ...after });
    before = id;
  }
  return ids.length;
}
