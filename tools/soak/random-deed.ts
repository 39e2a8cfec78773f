import { columns } from '@talka/domain/boards';
import type { ColumnId, Store, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import type { CommandArguments, CommandName } from '@talka/domain/wire';
import { newId, pick } from '../../bench/world/chance.ts';

export type Deed = { readonly [Name in CommandName]: readonly [Name, CommandArguments[Name]] }[CommandName];

/** A board that grew past this is tidied, so that a long soak works on boards of a usual size. */
const TASKS_USUAL = 400;

/** Something that a person might do on the board as their page shows it. */
export function randomDeed(store: Store, chance: () => number): Deed {
  const task = pick([null, ...store.rows(tasks)], chance)?.id as TaskId | undefined;
  const column = pick(store.list(columns), chance) as ColumnId;
  const after = pick([null, ...store.list(tasks, column)], chance) as TaskId | null;
  const dice = chance();
  if (task === undefined || (dice < 0.3 && store.count(tasks) < TASKS_USUAL)) return addTask(store, chance);
  if (dice < 0.65) return ['task.move', { id: task, column, after }];
  if (dice < 0.78) return ['task.rename', { id: task, title: `Renamed ${Math.floor(chance() * 1e6)}` }];
  if (dice < 0.84) return ['task.describe', { id: task, text: 'word '.repeat(Math.floor(chance() * 40)) }];
  if (dice < 0.9) return ['task.trash', { id: task }];
  if (dice < 0.96) return ['task.restore', { id: task }];
  return columnDeed(store, chance);
}

function addTask(store: Store, chance: () => number): Deed {
  const stages = store.list(columns).filter((id) => store.get(columns, id)?.kind !== 'trash');
  const column = pick(stages, chance) as ColumnId;
  const made = Array.from({ length: chance() < 0.1 ? 5 : 1 }, (_, at) => ({
    id: newId<TaskId>(),
    title: `Task ${at}`,
  }));
  return ['task.add', { column, after: null, tasks: made }];
}

function columnDeed(store: Store, chance: () => number): Deed {
  const stages = store.list(columns).filter((id) => store.get(columns, id)?.kind === 'stage');
  if (stages.length < 3) return ['column.add', { id: newId<ColumnId>(), name: 'More', after: null }];
  const [one, other] = [pick(stages, chance) as ColumnId, pick(stages, chance) as ColumnId];
  if (stages.length > 6) return ['column.delete', { id: one, to: other === one ? null : other }];
  const dice = chance();
  if (dice < 0.3) return ['column.add', { id: newId<ColumnId>(), name: 'More', after: one }];
  return dice < 0.6 ? ['column.move', { id: one, after: other }] : ['column.rename', { id: one, name: 'Renamed' }];
}
