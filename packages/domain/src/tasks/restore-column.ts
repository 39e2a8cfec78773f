import { columns, detours, lastStage } from '../boards/index.ts';
import type { BoardCommand } from '../boards/index.ts';
import { cleanLine, LIMITS, must, no, ok, placesAt } from '../kernel/index.ts';
import type { Change, ColumnId, TaskId } from '../kernel/index.ts';
import { tasks } from './task.ts';

export interface RestoreColumn {
  readonly id: ColumnId;
  readonly name: string;
  readonly after: ColumnId | null;
  /** The tasks that stood in it, in order; those that have been moved on since stay where they are. */
  readonly tasks: readonly TaskId[];
}

/** Brings a deleted stage back, with those of its tasks that are still where its deletion put them. */
export const restoreColumn: BoardCommand<RestoreColumn> = {
  name: 'column.restore',
  ability: 'edit-board',
  run(change, { id, name, after, tasks: ids }) {
    const clean = cleanLine(name, LIMITS.columnName);
    if (!clean.ok) return clean;
    const detour = change.get(detours, id);
    if (detour === undefined || change.get(columns, id) !== undefined) return no({ code: 'column-gone' });
    if (change.store.count(columns) >= LIMITS.columnsPerBoard) {
      return no({ code: 'too-many-columns', info: { max: LIMITS.columnsPerBoard } });
    }
    const place = { parent: '', after: lastStage(change.store, after) };
    const position = must(placesAt(change, columns, place)[0], 'a place');
    change.drop(detours, id);
    change.add(columns, { id, kind: 'stage', name: clean.value, position });
    const count = bringBack(change, { id, from: detour.columnId, ids });
    change.record('column.restored', null, { columnId: id, name: clean.value, count });
    return ok();
  },
  inverse: (store, { id }) => ({
    name: 'column.delete',
    args: { id, to: store.get(detours, id)?.columnId ?? null },
    watch: [
      [`column/${id}`, 'name'],
      [`task@${id}`, 'length'],
    ],
  }),
};

interface Bringing {
  readonly id: ColumnId;
  readonly from: string;
  readonly ids: readonly TaskId[];
}

function bringBack(change: Change, { id, from, ids }: Bringing): number {
  const still = [...new Set(ids)].filter((taskId) => change.get(tasks, taskId)?.columnId === from);
  const positions = placesAt(change, tasks, { parent: id, after: null }, still.length);
  for (const [index, taskId] of still.entries()) {
    const position = must(positions[index], 'a place');
    const home = { trashedBy: null, trashedAt: null, trashedFrom: null, trashedAfter: null };
    change.set(tasks, taskId, { columnId: id, position, ...home });
  }
  return still.length;
}
