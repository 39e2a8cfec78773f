import { must, no, ok, placesAt } from '../kernel/index.ts';
import type { ColumnId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { columns } from './column.ts';
import { lastStage } from './last-stage.ts';

export const moveColumn: BoardCommand<{ readonly id: ColumnId; readonly after: ColumnId | null }> = {
  name: 'column.move',
  ability: 'edit-board',
  run(change, { id, after }) {
    const column = change.get(columns, id);
    if (column === undefined) return no({ code: 'column-gone' });
    if (column.kind !== 'stage') return no({ code: 'column-fixed' });
    if (after === id) return ok();
    const place = { parent: '', after: lastStage(change.store, after, id), moving: id };
    const position = must(placesAt(change, columns, place)[0], 'a place');
    change.set(columns, id, { position });
    change.record('column.moved', null, { columnId: id, name: column.name });
    return ok();
  },
  inverse(store, { id }) {
    const ids = store.list(columns);
    const after = ids[ids.indexOf(id) - 1] ?? null;
    return { name: 'column.move', args: { id, after }, watch: [[`column/${id}`, 'position']] };
  },
};
