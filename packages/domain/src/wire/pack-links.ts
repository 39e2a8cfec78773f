import type { Field } from '../kernel/index.ts';
import { linkId } from '../tasks/index.ts';
import { packColumns, packRepeated, unpackColumns } from './pack-columns.ts';
import type { PackedColumns } from './pack-columns.ts';

type Columns = Readonly<Record<string, readonly Field[]>>;

/** Tables whose rows link a task with something else, by the field that holds the other one's id. */
const OTHERS: Readonly<Record<string, string>> = { tagging: 'tagId', assignment: 'userId' };

/**
 * Columns of a table, packed. The rows of links say what the task table has said already, so they only point into it:
 * 20,000 of them weigh 40 KB instead of 700 KB after compression.
 * @param places where each task stands in the task table
 */
export function packTable(table: string, columns: Columns, places: ReadonlyMap<Field, number>): PackedColumns {
  const other = OTHERS[table];
  const steps = other === undefined ? null : stepsOf(columns['taskId'] ?? [], places);
  if (other === undefined || steps === null) return packColumns(columns);
  return { taskId: { steps }, [other]: packRepeated(columns[other] ?? []) };
}

/** @param taskIds the ids of the task table, in its order */
export function unpackTable(table: string, packed: PackedColumns, taskIds: readonly Field[]): Columns {
  const columns = unpackColumns(packed, taskIds);
  const other = OTHERS[table];
  if (other === undefined || 'id' in columns) return columns;
  const others = columns[other] ?? [];
  return { id: (columns['taskId'] ?? []).map((taskId, at) => linkId(String(taskId), String(others[at]))), ...columns };
}

/** Null where one of them isn't a task of the board. */
function stepsOf(taskIds: readonly Field[], places: ReadonlyMap<Field, number>): readonly number[] | null {
  const steps: number[] = [];
  let last = 0;
  for (const id of taskIds) {
    const place = places.get(id);
    if (place === undefined) return null;
    steps.push(place - last);
    last = place;
  }
  return steps;
}
