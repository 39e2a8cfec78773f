import { cleanLine, LIMITS, no, ok } from '../kernel/index.ts';
import type { ColumnId } from '../kernel/index.ts';
import type { BoardCommand } from './board-command.ts';
import { columns } from './column.ts';

export const renameColumn: BoardCommand<{ readonly id: ColumnId; readonly name: string }> = {
  name: 'column.rename',
  ability: 'edit-board',
  run(change, { id, name }) {
    const clean = cleanLine(name, LIMITS.columnName);
    if (!clean.ok) return clean;
    const column = change.get(columns, id);
    if (column === undefined) return no({ code: 'column-gone' });
    if (column.kind === 'trash') return no({ code: 'column-fixed' });
    if (column.name === clean.value) return ok();
    change.set(columns, id, { name: clean.value });
    change.record('column.renamed', null, { columnId: id, from: column.name, to: clean.value });
    return ok();
  },
  inverse(store, { id }) {
    const column = store.get(columns, id);
    // A fixed column that had no name of its own can't be given none.
    if (column === undefined || column.name === '') return null;
    return { name: 'column.rename', args: { id, name: column.name }, watch: [[`column/${id}`, 'name']] };
  },
};
