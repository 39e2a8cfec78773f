import { boards, columns, FIXED_POSITION, members } from '@talka/domain/boards';
import { keysBetween, type Store } from '@talka/domain/kernel';
import { newTask, tasks, type Task } from '@talka/domain/tasks';
import { boardStore } from '@talka/domain/wire';
import { ada, TEAM } from './people.ts';

/** Columns by name with the titles in them; `Done` and `Trash` mean the fixed ones. A name is its own id. */
export type BoardPlan = Readonly<Record<string, readonly string[]>>;

export const BOARD_ID = 'board';
export const MADE_AT = 1_700_000_000_000;

export function storeOfPlan(plan: BoardPlan): Store {
  const store = boardStore();
  const stages = Object.keys(plan).filter((name) => name !== 'Done' && name !== 'Trash');
  const keys = keysBetween(null, null, stages.length);
  store.load(boards, [{ id: BOARD_ID, accountId: 'account', kind: 'task', name: 'Autumn', createdAt: MADE_AT }]);
  store.load(columns, [
    ...stages.map((name, index) => ({ id: name, kind: 'stage' as const, name, position: String(keys[index]) })),
    { id: 'Done', kind: 'done' as const, name: '', position: FIXED_POSITION.done },
    { id: 'Trash', kind: 'trash' as const, name: '', position: FIXED_POSITION.trash },
  ]);
  store.load(
    members,
    TEAM.map(({ id, name, role }) => ({ id, name, role })),
  );
  store.load(
    tasks,
    Object.entries(plan).flatMap(([column, titles]) => tasksOf(column, titles)),
  );
  return store;
}

function tasksOf(columnId: string, titles: readonly string[]): readonly Task[] {
  const keys = keysBetween(null, null, titles.length);
  const trashed = { trashedBy: ada.id, trashedAt: MADE_AT, trashedFrom: 'Next' };
  return titles.map((title, index) => ({
    ...newTask({ id: title, columnId, position: String(keys[index]), title, createdBy: ada.id, createdAt: MADE_AT }),
    ...(columnId === 'Trash' && trashed),
  }));
}
