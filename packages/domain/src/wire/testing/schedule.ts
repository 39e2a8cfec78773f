import fc from 'fast-check';
import type { BoardRole } from '../../boards/index.ts';
import { columnId, tagId, taskId, userId } from '../../boards/testing.ts';
import type { ColumnId, TagId, TaskId, UserId } from '../../kernel/index.ts';
import { TAG_HUES, TASK_PRIORITIES, TASK_STATUSES } from '../../tasks/index.ts';
import type { CommandArguments, CommandCall, CommandName } from '../index.ts';
import { COMMAND_NAMES } from '../index.ts';
import type { Fate } from './sim-server.ts';

/** Numbers that choose among what is there when the step is taken. */
interface Picks {
  readonly n: CommandName;
  readonly x: number;
  readonly y: number;
  readonly z: number;
}

export type Step =
  | ({ readonly do: 'act'; readonly who: number } & Picks)
  | ({ readonly do: 'rest'; readonly user: string; readonly isBad: boolean } & Picks)
  | { readonly do: 'invite'; readonly user: string; readonly role: BoardRole }
  | { readonly do: 'up' | 'down'; readonly who: number; readonly count: number }
  | { readonly do: 'commit'; readonly fate: Fate }
  | { readonly do: 'cut' | 'join' | 'haunt' | 'reopen' | 'look'; readonly who: number }
  | { readonly do: 'twice' | 'swap'; readonly way: 'up' | 'down'; readonly who: number; readonly spot: number };

export interface Schedule {
  readonly clients: number;
  readonly steps: readonly Step[];
}

const who = fc.nat(3);
const picks = { n: fc.constantFrom(...COMMAND_NAMES), x: fc.nat(30), y: fc.nat(30), z: fc.nat(30) };
/** Tasks are what people do most with; the rest of the commands take turns. */
const work = {
  ...picks,
  n: fc.oneof(
    { weight: 3, arbitrary: fc.constantFrom<CommandName>('task.add', 'task.move', 'column.delete', 'task.trash') },
    { weight: 2, arbitrary: picks.n },
  ),
};
const user = fc.constantFrom('ada', 'mika', 'vera', 'olga');
const role = fc.constantFrom<BoardRole>('visitor', 'member', 'admin');
const fate = fc.oneof(
  { weight: 8, arbitrary: fc.constant<Fate>('well') },
  { weight: 1, arbitrary: fc.constantFrom<Fate>('fails', 'crash') },
);

const step: fc.Arbitrary<Step> = fc.oneof(
  { weight: 9, arbitrary: fc.record({ do: fc.constant('act' as const), who, ...work }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('rest' as const), user, isBad: fc.boolean(), ...work }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('invite' as const), user, role }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('up' as const), who, count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('down' as const), who, count: fc.integer({ min: 1, max: 4 }) }) },
  { weight: 5, arbitrary: fc.record({ do: fc.constant('commit' as const), fate }) },
  {
    weight: 1,
    arbitrary: fc.record({ do: fc.constantFrom('cut' as const, 'reopen' as const, 'haunt' as const), who }),
  },
  { weight: 2, arbitrary: fc.record({ do: fc.constantFrom('join' as const, 'look' as const), who }) },
  {
    weight: 2,
    arbitrary: fc.record({
      do: fc.constantFrom('twice' as const, 'swap' as const),
      way: fc.constantFrom('up' as const, 'down' as const),
      who,
      spot: fc.nat(6),
    }),
  },
);

export const schedules: fc.Arbitrary<Schedule> = fc.record({
  clients: fc.integer({ min: 2, max: 4 }),
  steps: fc.array(step, { minLength: 30, maxLength: 160, size: 'max' }),
});

/** Ids that were ever used, gone ones too: people act on what their page still shows. */
export interface KnownIds {
  readonly columns: string[];
  readonly tasks: string[];
  readonly tags: string[];
}

const TITLES = ['Call the bakery', 'Team discount?', 'Order chairs', 'שלום'];
const DUES = [
  null,
  { date: '2026-12-24', time: null, timeZone: 'Europe/Riga' },
  { date: '2027-02-28', time: '14:30', timeZone: 'Pacific/Auckland' },
];
const ROLES: readonly BoardRole[] = ['visitor', 'member', 'admin'];
const USERS = ['ada', 'mika', 'vera'];

function pick(from: readonly string[], at: number): string {
  return from[at % from.length] ?? '';
}

interface Picked {
  readonly known: KnownIds;
  readonly column: ColumnId;
  readonly afterColumn: ColumnId | null;
  readonly task: TaskId;
  readonly afterTask: TaskId | null;
  readonly tag: TagId;
  readonly title: string;
  readonly user: UserId;
  readonly role: BoardRole;
  readonly count: number;
  /** Chooses among what a field may be set to. */
  readonly at: number;
  readonly isBad: boolean;
}

const ARGUMENTS: { readonly [Name in CommandName]: (picked: Picked) => CommandArguments[Name] } = {
  'board.rename': ({ title: name }) => ({ name }),
  'column.add': ({ known, title: name, afterColumn: after }) => ({
    id: columnId(newId(known.columns, 'c')),
    name,
    after,
  }),
  'column.rename': ({ column: id, title: name }) => ({ id, name }),
  'column.move': ({ column: id, afterColumn: after }) => ({ id, after }),
  'column.delete': ({ column: id, afterColumn: to }) => ({ id, to }),
  'column.restore': ({ known, title: name, afterColumn: after, column: id }) => ({
    id,
    name,
    after,
    tasks: known.tasks.map(taskId),
  }),
  'member.setRole': ({ user: one, role: given }) => ({ user: one, role: given }),
  'member.remove': ({ user: one }) => ({ user: one }),
  'member.leave': () => ({}),
  'task.add': ({ column, afterTask: after, ...picked }) => ({ column, after, tasks: linesOf(picked) }),
  'task.rename': ({ task: id, title }) => ({ id, title }),
  'task.describe': ({ task: id, title: text }) => ({ id, text }),
  'task.setStatus': ({ task: id, at }) => ({ id, status: TASK_STATUSES[at % TASK_STATUSES.length] ?? 'normal' }),
  'task.setPriority': ({ task: id, at }) => ({
    id,
    priority: TASK_PRIORITIES[at % TASK_PRIORITIES.length] ?? 'normal',
  }),
  'task.setDue': ({ task: id, at }) => ({ id, due: DUES[at % DUES.length] ?? null }),
  'task.assign': ({ task: id, user: one }) => ({ id, user: one }),
  'task.unassign': ({ task: id, user: one }) => ({ id, user: one }),
  'task.tag': ({ task: id, tag }) => ({ id, tag }),
  'task.untag': ({ task: id, tag }) => ({ id, tag }),
  'tag.add': ({ known, at }) => ({
    id: tagId(newId(known.tags, 'g')),
    name: `Tag ${at}`,
    hue: TAG_HUES[at % TAG_HUES.length] ?? 0,
  }),
  'tag.rename': ({ tag: id, title: name }) => ({ id, name }),
  'tag.recolour': ({ tag: id, at }) => ({ id, hue: TAG_HUES[at % TAG_HUES.length] ?? 0 }),
  'tag.delete': ({ tag: id }) => ({ id }),
  'task.move': ({ task: id, column, afterTask: after }) => ({ id, column, after }),
  'task.trash': ({ task: id }) => ({ id }),
  'task.restore': ({ task: id }) => ({ id }),
  'tasks.trash': ({ task: id, afterTask }) => ({ ids: afterTask === null ? [id] : [id, afterTask] }),
  'tasks.restore': ({ task: id, afterTask }) => ({ ids: afterTask === null ? [id] : [id, afterTask] }),
};

/** The command that the picks mean here and now. `isBad` puts a line into a paste that is refused after others. */
export function callOf({ n, x, y, z }: Picks, known: KnownIds, isBad = false): CommandCall {
  const args = ARGUMENTS[n]({
    known,
    column: columnId(pick(known.columns, x)),
    afterColumn: z % 4 === 0 ? null : columnId(pick(known.columns, z)),
    task: taskId(pick(known.tasks, y)),
    afterTask: z % 4 === 0 ? null : taskId(pick(known.tasks, z)),
    tag: tagId(pick(known.tags, x)),
    title: pick(TITLES, z),
    user: userId(pick(USERS, x)),
    role: ROLES[y % 3] ?? 'member',
    count: 1 + (y % 3),
    at: z,
    isBad,
  });
  return { name: n, args };
}

function linesOf({ known, count, title, isBad }: Pick<Picked, 'known' | 'count' | 'title' | 'isBad'>) {
  const lines = Array.from({ length: count }, () => ({ id: taskId(newId(known.tasks, 't')), title }));
  return isBad ? [...lines, { id: taskId(`bad-${known.tasks.length}`), title: ' ' }] : lines;
}

function newId(known: string[], letter: string): string {
  const id = `${letter}${known.length}`;
  known.push(id);
  return id;
}
