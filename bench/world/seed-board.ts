import { columns } from '@talka/domain/boards';
import type { ColumnId, Store, TaskId } from '@talka/domain/kernel';
import { LIMITS } from '@talka/domain/kernel';
import { storeOf } from '@talka/domain/wire';
import type { CommandArgs, Snapshot } from '@talka/domain/wire';
import { createChance, newId } from './chance.ts';
import { ask, send } from './person.ts';
import type { Person } from './person.ts';
import { taskTitle } from './task-title.ts';

export const SIZES = [100, 1_000, 10_000] as const;
const COLUMNS = 10;

/** Makes a board of ten columns with so many tasks, over the API as a browser would by pasting lines. */
export async function seedBoard(person: Person, size: number): Promise<string> {
  const id = newId();
  const stages = Array.from({ length: COLUMNS }, (_, index) => `Stage ${index + 1}`);
  const board = { id, accountId: person.accountId, name: `Board of ${size} tasks`, stages, done: '' };
  await send(person, '/api/boards', board);
  const chance = createChance(size);
  for (const column of await stageIds(person, id))
    await fillColumn(person, id, { column, count: size / COLUMNS, chance });
  return id;
}

/** The board as a page gets it. */
export async function readSnapshot(person: Pick<Person, 'url' | 'cookie'>, boardId: string): Promise<Snapshot> {
  return JSON.parse(await ask(person, `/api/boards/${boardId}/snapshot`)) as Snapshot; // of our own server
}

/** The columns that people made, left to right. */
export function stagesOf(store: Store): readonly ColumnId[] {
  const ids = store.list(columns) as readonly ColumnId[]; // ids of that very table
  return ids.filter((id) => store.get(columns, id)?.kind === 'stage');
}

async function stageIds(person: Person, boardId: string): Promise<readonly ColumnId[]> {
  return stagesOf(storeOf(await readSnapshot(person, boardId)));
}

interface Filling {
  readonly column: ColumnId;
  readonly count: number;
  readonly chance: () => number;
}

async function fillColumn(person: Person, boardId: string, { column, count, chance }: Filling): Promise<void> {
  let after: TaskId | null = null;
  for (let done = 0; done < count;) {
    const some = Math.min(LIMITS.tasksPerPaste, count - done);
    const tasks = Array.from({ length: some }, () => ({ id: newId<TaskId>(), title: taskTitle(chance) }));
    const add: CommandArgs<'task.add'> = { column, after, tasks };
    await send(person, `/api/boards/${boardId}/commands`, { n: 'task.add', a: add });
    after = tasks.at(-1)?.id ?? null;
    done += some;
  }
}
