import { columns } from '../../../packages/domain/src/boards/index.ts';
import { tasks } from '../../../packages/domain/src/tasks/index.ts';
import { storeOf, type Snapshot } from '../../../packages/domain/src/wire/index.ts';
import type { Person } from './a-person.ts';
import type { Api } from './api.ts';
import { newId } from './new-id.ts';

export interface Board {
  readonly id: string;
  /** Its page. */
  readonly path: string;
  columnId(name: string): string;
  taskId(title: string): string;
  /** Runs a command over HTTP, as the one who made the board. */
  run(name: string, args: object): Promise<void>;
}

/** A list of titles for each column by name, from left to right; the last one is Done. */
export type Contents = Readonly<Record<string, readonly string[]>>;

/** A board with tasks, made over HTTP. */
export async function aBoard(maker: Person, name: string, contents: Contents): Promise<Board> {
  const id = newId();
  const names = Object.keys(contents);
  const place = { stages: names.slice(0, -1), done: names.at(-1) ?? '' };
  await maker.api.post('/boards', { id, accountId: maker.accountId, name, ...place });
  const run = async (command: string, args: object): Promise<void> => {
    await maker.api.post(`/boards/${id}/commands`, { n: command, a: args });
  };
  const made = storeOf(await snapshotOf(maker.api, id));
  const columnIds = new Map([...made.rows(columns)].map((column) => [column.name, column.id]));
  const taskIds = new Map<string, string>();
  for (const [column, titles] of Object.entries(contents)) {
    const added = titles.map((title) => ({ id: newId(), title }));
    for (const task of added) taskIds.set(task.title, task.id);
    if (added.length > 0) await run('task.add', { column: known(columnIds, column), after: null, tasks: added });
  }
  return {
    id,
    path: `/b/${id}`,
    columnId: (column) => known(columnIds, column),
    taskId: (title) => known(taskIds, title),
    run,
  };
}

function known(ids: ReadonlyMap<string, string>, what: string): string {
  const found = ids.get(what);
  if (found === undefined) throw new Error(`there is no “${what}” on this board`);
  return found;
}

export function snapshotOf(api: Api, boardId: string): Promise<Snapshot> {
  return api.get<Snapshot>(`/boards/${boardId}/snapshot`);
}

/** What the server holds now: titles by column, in order; Trash under its own name. */
export async function contentsOf(api: Api, boardId: string): Promise<Contents> {
  const store = storeOf(await snapshotOf(api, boardId));
  const titlesIn = (column: string) => store.list(tasks, column).map((id) => store.get(tasks, id)?.title ?? '');
  const all = store.list(columns).flatMap((id) => store.get(columns, id) ?? []);
  return Object.fromEntries(all.map(({ id, kind, name }) => [kind === 'trash' ? 'Trash' : name, titlesIn(id)]));
}
