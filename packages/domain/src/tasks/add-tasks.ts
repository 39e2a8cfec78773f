import { columnBehind } from '../boards/index.ts';
import type { BoardCommand } from '../boards/index.ts';
import { cleanLine, LIMITS, must, no, ok, placesAt } from '../kernel/index.ts';
import type { Change, ColumnId, Problem, Result, TaskId } from '../kernel/index.ts';
import { newTask } from './new-task.ts';
import { tasks } from './task.ts';

export interface AddTasks {
  readonly column: ColumnId;
  readonly after: TaskId | null;
  readonly tasks: readonly { readonly id: TaskId; readonly title: string }[];
}

/** Adds tasks in one go, in their order: one from "Add new task", many from a paste of lines. */
export const addTasks: BoardCommand<AddTasks> = {
  name: 'task.add',
  ability: 'edit-tasks',
  run(change, { column: asked, after, tasks: added }) {
    const column = columnBehind(change.store, asked);
    if (column === undefined) return no({ code: 'column-gone' });
    if (column.kind === 'trash') return no({ code: 'column-fixed' });
    const problem = roomFor(change, added);
    if (!problem.ok) return problem;
    const positions = placesAt(change, tasks, { parent: column.id, after }, added.length);
    for (const [index, { id, title }] of added.entries()) {
      const clean = cleanLine(title, LIMITS.taskTitle);
      if (!clean.ok) return clean;
      const position = must(positions[index], 'a place');
      const made = { createdBy: change.actor, createdAt: change.now };
      change.add(tasks, newTask({ id, columnId: column.id, position, title: clean.value, ...made }));
      change.record('task.added', id, { title: clean.value, columnId: column.id, column: column.name });
    }
    return ok();
  },
  inverse: (_store, { tasks: added }) => ({
    name: 'tasks.trash',
    args: { ids: added.map(({ id }) => id) },
    watch: added.flatMap(({ id }) => [
      [`task/${id}`, 'columnId'] as const,
      [`task/${id}`, 'title'] as const,
      [`task/${id}`, 'described'] as const,
    ]),
  }),
};

function roomFor(change: Change, added: AddTasks['tasks']): Result<void, Problem> {
  if (added.length === 0) return no({ code: 'text-empty' });
  if (added.length > LIMITS.tasksPerPaste) return no({ code: 'too-many-lines', info: { max: LIMITS.tasksPerPaste } });
  if (change.store.count(tasks) + added.length > LIMITS.tasksPerBoard) {
    return no({ code: 'board-full', info: { max: LIMITS.tasksPerBoard } });
  }
  const ids = new Set(added.map(({ id }) => id));
  const taken = ids.size < added.length || added.some(({ id }) => change.get(tasks, id) !== undefined);
  return taken ? no({ code: 'id-taken' }) : ok();
}
