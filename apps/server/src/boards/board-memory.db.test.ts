import fc from 'fast-check';
import { columns, members } from '@talka/domain/boards';
import type { Store } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { loadBoardMemory } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import { commitBatch } from './commit-batch.ts';
import type { CommandRequest } from './command-request.ts';
import { aStoredBoard, contentsOf, request } from './testing/stored-board.ts';
import type { StoredBoard } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';

/** One thing somebody might do; numbers choose among what is there (or was, or never was) when it is done. */
interface Deed {
  readonly name: string;
  readonly one: number;
  readonly other: number;
  readonly text: string;
  readonly byMika: boolean;
}

const NAMES = [
  'task.add',
  'task.add',
  'task.add',
  'task.move',
  'task.move',
  'task.move',
  'task.rename',
  'task.describe',
  'task.trash',
  'task.restore',
  'column.add',
  'column.rename',
  'column.move',
  'column.delete',
  'board.rename',
  'member.add',
  'member.setRole',
  'member.remove',
];

const deed: fc.Arbitrary<Deed> = fc.record({
  name: fc.constantFrom(...NAMES),
  one: fc.nat(40),
  other: fc.nat(40),
  text: fc.string({ maxLength: 12, unit: 'binary' }),
  byMika: fc.boolean(),
});
const batches = fc.array(fc.array(deed, { minLength: 1, maxLength: 12 }), { minLength: 1, maxLength: 6 });

class Players {
  readonly #board: StoredBoard;
  readonly #tasks: string[] = [newId()];
  readonly #columns: string[];

  constructor(board: StoredBoard, store: Store) {
    this.#board = board;
    this.#columns = [...store.list(columns), newId()];
  }

  ask({ name, one, other, text, byMika }: Deed): CommandRequest {
    const { ada, mika } = this.#board;
    const [task, anchor] = [this.#task(one), other % 5 === 0 ? null : this.#task(other)];
    const [column, next] = [this.#column(other), one % 4 === 0 ? null : this.#column(one)];
    const user = other % 3 === 0 ? ada : mika;
    const role = ['visitor', 'member', 'admin'][one % 3];
    const args: Readonly<Record<string, () => unknown>> = {
      'task.add': () => ({ column, after: anchor, tasks: this.#newTasks(1 + (one % 3), text) }),
      'task.move': () => ({ id: task, column, after: anchor }),
      'task.rename': () => ({ id: task, title: text }),
      'task.describe': () => ({ id: task, text }),
      'task.trash': () => ({ id: task }),
      'task.restore': () => ({ id: task }),
      'column.add': () => ({ id: this.#newColumn(), name: text, after: next }),
      'column.rename': () => ({ id: column, name: text }),
      'column.move': () => ({ id: column, after: next }),
      'column.delete': () => ({ id: column, to: next }),
      'board.rename': () => ({ name: text }),
      'member.add': () => ({ user: mika, name: text.replaceAll('\0', ''), role }),
      'member.setRole': () => ({ user, role }),
      'member.remove': () => ({ user }),
    };
    return request(byMika ? mika : ada, [name, args[name]?.()]);
  }

  #task(at: number): string {
    return this.#tasks[at % this.#tasks.length] ?? '';
  }

  #column(at: number): string {
    return this.#columns[at % this.#columns.length] ?? '';
  }

  #newColumn(): string {
    const id = newId();
    this.#columns.push(id);
    return id;
  }

  #newTasks(count: number, title: string) {
    const made = Array.from({ length: count }, () => ({ id: newId(), title: `${title} !` }));
    this.#tasks.push(...made.map(({ id }) => id));
    return made;
  }
}

describeOnEachEngine('the memory of a board', (openTestDatabase) => {
  async function loaded(board: StoredBoard): Promise<BoardMemory> {
    const memory = await loadBoardMemory(board.parts.database.kysely, board.parts.rowStores, board.boardId);
    if (memory === null) throw new Error('no board');
    return memory;
  }

  it('is what the database says, whatever was done', async () => {
    const database = await openTestDatabase();
    await fc.assert(
      fc.asyncProperty(batches, async (schedule) => {
        const board = await aStoredBoard(database);
        const memory = await loaded(board);
        const players = new Players(board, memory.store);
        for (const batch of schedule)
          await commitBatch(
            board.parts,
            memory,
            batch.map((one) => players.ask(one)),
          );
        const audited = await loaded(board);
        expect(contentsOf(audited.store)).toStrictEqual(contentsOf(memory.store));
        expect(audited.seq).toBe(memory.seq);
        const { open_tasks } = await database.kysely
          .selectFrom('boards')
          .select('open_tasks')
          .where('id', '=', board.boardId)
          .executeTakeFirstOrThrow();
        expect(open_tasks).toBe(board.parts.openTasks(memory.store));
      }),
      { numRuns: 40 },
    );
  });

  it('catches up with what another process wrote, as if it had done it itself', async () => {
    const database = await openTestDatabase();
    await fc.assert(
      fc.asyncProperty(batches, async (schedule) => {
        const board = await aStoredBoard(database);
        const nodes = [await loaded(board), await loaded(board)];
        const players = new Players(board, nodes[0]?.store as Store);
        for (const [turn, batch] of schedule.entries()) {
          const memory = nodes[turn % 2] as BoardMemory;
          await commitBatch(
            board.parts,
            memory,
            batch.map((one) => players.ask(one)),
          );
        }
        const last = request(board.ada, ['board.rename', { name: 'The end' }]);
        for (const memory of nodes) await commitBatch(board.parts, memory, [last]);
        const audited = contentsOf((await loaded(board)).store);
        for (const memory of nodes.slice(1)) expect(contentsOf(memory.store)).toStrictEqual(audited);
      }),
      { numRuns: 40 },
    );
  });

  it('holds no descriptions, so that a board of long texts stays small', async () => {
    const board = await aStoredBoard(await openTestDatabase());
    const memory = await loaded(board);
    const id = newId();
    const describe = request(board.ada, ['task.describe', { id, text: 'x'.repeat(1_000) }]);
    const add = request(board.ada, ['task.add', { column: board.todo, after: null, tasks: [{ id, title: 'x' }] }]);
    await commitBatch(board.parts, memory, [add, describe]);
    expect(contentsOf(memory.store).description).toEqual([]);
    expect(memory.store.get(tasks, id)?.described).toBe(1);
    expect(memory.store.count(members)).toBe(1);
  });

  it('is null for a board that never was', async () => {
    const database = await openTestDatabase();
    expect(await loadBoardMemory(database.kysely, [], newId())).toBeNull();
  });
});
