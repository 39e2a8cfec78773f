import { fixedColumn, newBoard } from '@talka/domain/boards';
import type { AccountId, BoardId, ColumnId, Row, Store, UserId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { BOARD_TABLES } from '@talka/domain/wire';
import { pino } from 'pino';
import { taskContents } from '../../tasks/index.ts';
import { createLoneBus } from '../../platform/bus/index.ts';
import { createTestClock } from '../../platform/clock/testing.ts';
import type { TestClock } from '../../platform/clock/testing.ts';
import type { Database } from '../../platform/database/database.ts';
import type { BoardParts } from '../board-parts.ts';
import type { CommandRequest } from '../command-request.ts';
import { boardRowStores } from '../row-stores.ts';
import { insertBoard } from '../store.ts';
import { newId } from './new-id.ts';

/** A board in a database, without a server around it. */
export interface StoredBoard {
  readonly boardId: BoardId;
  readonly clock: TestClock;
  readonly parts: BoardParts;
  /** Its Board Admin. */
  readonly ada: UserId;
  readonly mika: UserId;
  readonly todo: ColumnId;
  readonly doing: ColumnId;
}

export async function aStoredBoard(database: Database): Promise<StoredBoard> {
  const clock = createTestClock();
  const [ada, mika] = [newId<UserId>(), newId<UserId>()];
  const [accountId, boardId] = [newId<AccountId>(), newId<BoardId>()];
  const parts: BoardParts = {
    ...taskContents(),
    database,
    bus: createLoneBus(),
    clock,
    log: pino({ enabled: false }),
    rowStores: [...boardRowStores(), ...taskContents().rowStores],
    accountRoleOf: async () => null,
  };
  await storePeople(database, { ada, mika }, accountId);
  const asked = { id: boardId, accountId, name: 'Board', stages: ['To Do', 'Doing'], done: '' };
  const rows = newBoard(asked, { id: ada, name: 'Ada' }, { now: clock.now(), nextId: () => newId() });
  if (!rows.ok) throw new Error(rows.problem.code);
  await database.transaction((tx) =>
    insertBoard(tx, parts.rowStores, { rows: rows.value, createdBy: ada, now: clock.now() }),
  );
  const [todo, doing] = rows.value.columns.map(({ id }) => id as ColumnId);
  if (todo === undefined || doing === undefined) throw new Error('no stages');
  return { boardId, clock, parts, ada, mika, todo, doing };
}

/** A command as a browser or our own code asks for it. */
export function request(
  actor: UserId,
  [name, args]: readonly [string, unknown],
  client: CommandRequest['client'] = null,
): CommandRequest {
  return { call: { name, args } as CommandRequest['call'], actor, client };
}

export function addTask(column: ColumnId, title = 'A task', id = newId()): readonly [string, unknown] {
  return ['task.add', { column, after: null, tasks: [{ id, title }] }];
}

/** All that a store holds, in a form that compares: rows by id, and the order of each list. */
export function contentsOf(store: Store) {
  const tables = BOARD_TABLES.map((table) => [
    table.name,
    [...store.rows<Row>(table)].toSorted((one, other) => (one.id < other.id ? -1 : 1)),
  ]);
  const columns = store.list(BOARD_TABLES.find(({ name }) => name === 'column') ?? tasks);
  const orders = columns.map((column) => [column, store.list(tasks, column)]);
  return JSON.parse(JSON.stringify({ ...Object.fromEntries(tables), columns, orders, done: doneOf(store) }));
}

function doneOf(store: Store): string {
  return fixedColumn(store, 'done').id;
}

async function storePeople(database: Database, people: Record<string, UserId>, accountId: AccountId): Promise<void> {
  const values = Object.entries(people).map(([name, id]) => ({
    id,
    name,
    email: `${id}@example.com`,
    email_verified: 1,
    image: null,
    language: 'en',
    theme: 'system' as const,
    time_zone: 'UTC',
    created_at: 0,
    updated_at: 0,
  }));
  await database.kysely.insertInto('users').values(values).execute();
  const [owner] = values;
  const trial = { trial_started_on: '2027-01-01', trial_ends_on: '2027-01-30' };
  await database.kysely
    .insertInto('accounts')
    .values({
      id: accountId,
      name: 'Account',
      owner_id: owner?.id ?? (people['ada'] as UserId),
      time_zone: 'UTC',
      ...trial,
      created_at: 0,
    })
    .execute();
}
