import type { ColumnId, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { storeOf } from '@talka/domain/wire';
import type { CommandArgs, Snapshot } from '@talka/domain/wire';
import { newId, pick } from '../world/chance.ts';
import { stagesOf } from '../world/seed-board.ts';
import { taskTitle } from '../world/task-title.ts';
import type { WriteKind } from './job.ts';

/** A command to send, with its arguments. */
export type Call =
  | { readonly n: 'task.move'; readonly a: CommandArgs<'task.move'> }
  | { readonly n: 'task.add'; readonly a: CommandArgs<'task.add'> }
  | { readonly n: 'task.rename'; readonly a: CommandArgs<'task.rename'> };

/** What the load process knows of the board, enough to ask for sensible things. */
export class BoardModel {
  readonly #chance: () => number;
  readonly #columns: readonly ColumnId[];
  readonly #tasks: readonly TaskId[];
  readonly #columnOf: Map<TaskId, ColumnId>;

  constructor(snapshot: Snapshot, chance: () => number) {
    const store = storeOf(snapshot);
    this.#chance = chance;
    this.#columns = stagesOf(store);
    const places = [...store.rows(tasks)].map(({ id, columnId }) => [id as TaskId, columnId as ColumnId] as const);
    this.#columnOf = new Map(places);
    this.#tasks = [...this.#columnOf.keys()];
  }

  next(kind: WriteKind): Call {
    if (kind === 'move') return { n: 'task.move', a: this.#move() };
    if (kind === 'create') return { n: 'task.add', a: this.#create() };
    return { n: 'task.rename', a: { id: pick(this.#tasks, this.#chance), title: taskTitle(this.#chance) } };
  }

  /** Any task behind any other, in whichever column that one stands. */
  #move(): CommandArgs<'task.move'> {
    const id = pick(this.#tasks, this.#chance);
    const after = pick(this.#tasks, this.#chance);
    const column = this.#columnOf.get(after) ?? pick(this.#columns, this.#chance);
    this.#columnOf.set(id, column);
    return { id, column, after: after === id ? null : after };
  }

  #create(): CommandArgs<'task.add'> {
    const after = pick(this.#tasks, this.#chance);
    const column = this.#columnOf.get(after) ?? pick(this.#columns, this.#chance);
    return { column, after, tasks: [{ id: newId<TaskId>(), title: taskTitle(this.#chance) }] };
  }
}
