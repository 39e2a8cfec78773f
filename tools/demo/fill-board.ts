import { randomBytes } from 'node:crypto';
import { z } from 'zod';
import { makeId } from '../../packages/domain/src/kernel/index.ts';
import { TAG_HUES } from '../../packages/domain/src/tasks/index.ts';
import type { DemoBoard, DemoTask, Who } from './demo-board.ts';
import type { DemoUsers } from './demo-user.ts';
import { PEOPLE } from './people.ts';

/** Tasks the server takes in one command. */
const TASKS_AT_ONCE = 500;
const DAY_MS = 86_400_000;

const snapshotAnswer = z.object({
  tables: z.object({ column: z.object({ id: z.array(z.string()), name: z.array(z.string()) }) }),
});

/** A board in the making: columns by name, and which task is the last in each. */
interface Making {
  readonly columnIds: ReadonlyMap<string, string>;
  readonly lastIn: Map<string, string>;
  /** Tags by name. */
  readonly tagIds: Map<string, string>;
  /** UserId of somebody of the demo. */
  idOf(who: Who): string;
  run(who: Who, command: string, args: object): Promise<void>;
}

/** Makes a board with its team, and lets each task come to its place the way its story tells. */
export async function fillBoard(users: DemoUsers, board: DemoBoard): Promise<void> {
  const making = await makeBoard(users, board);
  for (const [column, tasks] of Object.entries(board.columns)) {
    for (const task of tasks) await tell(making, task, column);
  }
  const first = Object.keys(board.columns)[0] ?? '';
  for (const task of board.trash ?? []) {
    const id = await tell(making, task, first);
    await making.run(board.owner, 'task.trash', { id });
  }
}

/** Makes a board of many tasks, spread evenly over its columns. */
export async function fillManyTasks(users: DemoUsers, board: DemoBoard, titles: readonly string[]): Promise<void> {
  const { columnIds, run } = await makeBoard(users, board);
  const names = Object.keys(board.columns);
  const share = Math.ceil(titles.length / names.length);
  for (const [at, name] of names.entries()) {
    const column = columnIds.get(name);
    const own = titles.slice(at * share, (at + 1) * share).map((title) => ({ id: newId(), title }));
    for (let from = 0; from < own.length; from += TASKS_AT_ONCE) {
      const after = own[from - 1]?.id ?? null;
      await run(board.owner, 'task.add', { column, after, tasks: own.slice(from, from + TASKS_AT_ONCE) });
    }
  }
}

async function makeBoard(users: DemoUsers, { name, owner, team, columns }: DemoBoard): Promise<Making> {
  const { client, accountId } = users[owner];
  const id = newId();
  const names = Object.keys(columns);
  await client.post('/boards', { id, accountId, name, stages: names.slice(0, -1), done: names.at(-1) ?? '' });
  for (const [who, role] of Object.entries(team) as [Who, string][]) {
    await client.post(`/boards/${id}/invitations`, { email: PEOPLE[who].email, role });
  }
  const { column } = (await client.get(`/boards/${id}/snapshot`, snapshotAnswer)).tables;
  return {
    columnIds: new Map(column.name.map((each, at) => [each, column.id[at] ?? ''])),
    lastIn: new Map(),
    tagIds: new Map(),
    idOf: (who) => users[who].id,
    run: (who, n, a) => users[who].client.post(`/boards/${id}/commands`, { n, a }),
  };
}

/** Adds a task, lets it be renamed, described and moved; answers its id. */
async function tell(making: Making, task: DemoTask, column: string): Promise<string> {
  const { columnIds, lastIn, run } = making;
  const [start, mover] = task.from ?? [column, task.by];
  const id = newId();
  const after = lastIn.get(start) ?? null;
  await run(task.by, 'task.add', {
    column: columnIds.get(start),
    after,
    tasks: [{ id, title: task.was ?? task.title }],
  });
  if (task.was !== undefined) await run(mover, 'task.rename', { id, title: task.title });
  if (task.text !== undefined) await run(task.by, 'task.describe', { id, text: task.text });
  await setFields(making, task, id);
  if (start !== column) {
    await run(mover, 'task.move', { id, column: columnIds.get(column), after: lastIn.get(column) ?? null });
  }
  lastIn.set(column, id);
  return id;
}

/** Says on its face what the task has to say, while it can still be changed. */
async function setFields(making: Making, task: DemoTask, id: string): Promise<void> {
  const { run } = making;
  if (task.status !== undefined) await run(task.by, 'task.setStatus', { id, status: task.status });
  if (task.priority !== undefined) await run(task.by, 'task.setPriority', { id, priority: task.priority });
  if (task.dueInDays !== undefined) {
    const date = new Date(Date.now() + task.dueInDays * DAY_MS).toISOString().slice(0, 10);
    await run(task.by, 'task.setDue', { id, due: { date, time: task.time ?? null, timeZone: 'Europe/Riga' } });
  }
  for (const who of task.people ?? []) await run(task.by, 'task.assign', { id, user: making.idOf(who) });
  for (const name of task.tags ?? []) {
    await run(task.by, 'task.tag', { id, tag: await tagOf(making, task.by, name) });
  }
}

async function tagOf({ tagIds, run }: Making, who: Who, name: string): Promise<string> {
  const known = tagIds.get(name);
  if (known !== undefined) return known;
  const id = newId();
  await run(who, 'tag.add', { id, name, hue: TAG_HUES[tagIds.size % TAG_HUES.length] });
  tagIds.set(name, id);
  return id;
}

function newId(): string {
  return makeId(Date.now(), randomBytes(10));
}
