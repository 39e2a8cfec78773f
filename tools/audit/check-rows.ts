import { columnBehind, FIXED_POSITION } from '@talka/domain/boards';
import { isOrderKey } from '@talka/domain/kernel';
import { countOpenTasks } from '@talka/domain/tasks';
import type { BoardFacts } from './board-facts.ts';

/** What is wrong with the rows of a board, each as a sentence. */
export function checkRows(facts: BoardFacts): readonly string[] {
  return [
    ...checkNumbers(facts),
    ...checkColumns(facts),
    ...checkDetours(facts),
    ...checkTasks(facts),
    ...checkDescriptions(facts),
    ...checkTeam(facts),
    ...checkCount(facts),
  ];
}

function checkNumbers({ board, columns, detours, members, tasks, descriptions }: BoardFacts): string[] {
  const tables = { columns, detours, members, tasks, descriptions };
  const beyond = Object.entries(tables).flatMap(([name, rows]) =>
    rows
      .filter(({ rev }) => rev < 1 || rev > board.seq)
      .map(({ id, rev }) => `${name} ${id} has number ${rev}, the board is at ${board.seq}`),
  );
  return board.rev > board.seq ? [...beyond, `the board's own number ${board.rev} is past ${board.seq}`] : beyond;
}

function checkColumns({ columns }: BoardFacts): string[] {
  const living = columns.filter(({ deleted_at }) => deleted_at === null);
  const wrong: string[] = [];
  for (const kind of ['done', 'trash'] as const) {
    const found = living.filter((column) => column.kind === kind);
    if (found.length !== 1) wrong.push(`it has ${found.length} ${kind} columns`);
    for (const { id, position } of found) {
      if (position !== FIXED_POSITION[kind]) wrong.push(`column ${id} (${kind}) is at "${position}"`);
    }
  }
  const stages = living.filter(({ kind }) => kind === 'stage');
  for (const { id, position } of stages) {
    if (!isOrderKey(position)) wrong.push(`column ${id} is at "${position}", which is no place`);
  }
  return [...wrong, ...doubled('columns', stages)];
}

/** Where a deleted column sends its tasks must end at a living one. */
function checkDetours({ store, columns, detours }: BoardFacts): string[] {
  const living = new Set(columns.filter(({ deleted_at }) => deleted_at === null).map(({ id }) => id));
  return detours
    .filter(({ deleted_at }) => deleted_at === null)
    .flatMap(({ id }) => {
      if (living.has(id)) return [`the detour of column ${id} hides nothing: the column is there`];
      return columnBehind(store, id) === undefined ? [`the detour of column ${id} leads nowhere, or in a circle`] : [];
    });
}

function checkTasks({ columns, tasks }: BoardFacts): string[] {
  const kinds = new Map(columns.filter(({ deleted_at }) => deleted_at === null).map(({ id, kind }) => [id, kind]));
  const living = tasks.filter(({ deleted_at }) => deleted_at === null);
  const wrong = living.flatMap((task) => {
    const kind = kinds.get(task.column_id);
    const isTrashed = task.trashed_at !== null && task.trashed_by !== null && task.trashed_from !== null;
    const isFree = task.trashed_at === null && task.trashed_by === null && task.trashed_from === null;
    return [
      ...(kind === undefined ? [`task ${task.id} is in column ${task.column_id}, which is not there`] : []),
      ...(isOrderKey(task.position) ? [] : [`task ${task.id} is at "${task.position}", which is no place`]),
      ...(kind === 'trash' && !isTrashed ? [`task ${task.id} is in Trash without its way back`] : []),
      ...(kind !== 'trash' && !isFree ? [`task ${task.id} is marked as trashed, but is not in Trash`] : []),
    ];
  });
  const byColumn = Map.groupBy(living, ({ column_id }) => column_id);
  return [...wrong, ...[...byColumn].flatMap(([id, some]) => doubled(`column ${id}: tasks`, some))];
}

function doubled(what: string, rows: readonly { readonly id: string; readonly position: string }[]): string[] {
  return [...Map.groupBy(rows, ({ position }) => position)]
    .filter(([, some]) => some.length > 1)
    .map(([position, some]) => `${what} ${some.map(({ id }) => id).join(', ')} are all at "${position}"`);
}

function checkDescriptions({ tasks, descriptions }: BoardFacts): string[] {
  const texts = new Map(descriptions.map(({ id, text, deleted_at }) => [id, deleted_at === null ? text : '']));
  const known = new Set(tasks.map(({ id }) => id));
  const orphans = [...texts.keys()].filter((id) => !known.has(id)).map((id) => `description ${id} is of no task`);
  const wrong = tasks.filter(({ id, described }) => (described === 1) !== ((texts.get(id) ?? '') !== ''));
  return [...orphans, ...wrong.map(({ id, described }) => `task ${id} says described=${described}, its text differs`)];
}

function checkTeam({ members }: BoardFacts): string[] {
  const admins = members.filter(({ role, deleted_at }) => role === 'admin' && deleted_at === null);
  return admins.length === 0 ? ['it has no Board Admin'] : [];
}

function checkCount({ board, store }: BoardFacts): string[] {
  const counted = countOpenTasks(store);
  return counted === board.open_tasks ? [] : [`it says ${board.open_tasks} open tasks, but has ${counted}`];
}
