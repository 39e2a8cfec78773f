import { cleanLine, LIMITS, must, no, ok, placesAt } from '../kernel/index.ts';
import type { ColumnId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { columns } from './column.ts';
import { detours } from './detour.ts';
import { lastStage } from './last-stage.ts';

export interface AddColumn {
  readonly id: ColumnId;
  readonly name: string;
  /** The column to stand behind; null for the first place. A fixed column means the last place before those. */
  readonly after: ColumnId | null;
}

export const addColumn: BoardCommand<AddColumn> = {
  name: 'column.add',
  ability: 'edit-board',
  run(change, { id, name, after }) {
    const clean = cleanLine(name, LIMITS.columnName);
    if (!clean.ok) return clean;
    if (change.get(columns, id) !== undefined || change.get(detours, id) !== undefined) return no({ code: 'id-taken' });
    if (change.store.count(columns) >= LIMITS.columnsPerBoard) {
      return no({ code: 'too-many-columns', info: { max: LIMITS.columnsPerBoard } });
    }
    const place = { parent: '', after: lastStage(change.store, after) };
    const position = must(placesAt(change, columns, place)[0], 'a place');
    change.add(columns, { id, kind: 'stage', name: clean.value, position });
    change.record('column.added', null, { columnId: id, name: clean.value });
    return ok();
  },
  inverse: (_store, { id }) => ({
    name: 'column.delete',
    args: { id, to: null },
    watch: [
      [`column/${id}`, 'name'],
      [`task@${id}`, 'length'],
    ],
  }),
};
