import type { Lost } from '@talka/domain/wire';
import type { Local, LostEdit } from '../app/local/local.ts';
import { createStore, type Store } from '../app/store.ts';

/** What could not be saved on a board, kept in this browser until it is discarded. */
export class LostList {
  readonly edits: Store<readonly LostEdit[]> = createStore<readonly LostEdit[]>([]);
  readonly #local: Local;
  readonly #boardId: string;

  constructor(local: Local, boardId: string) {
    this.#local = local;
    this.#boardId = boardId;
  }

  async read(): Promise<void> {
    const kept = await this.#local.readLost(this.#boardId);
    // What couldn't be kept is still told, as long as this page stands.
    const unkept = this.edits.get().filter((edit) => !kept.some((one) => isSame(one, edit)));
    this.edits.set(this.#local.health.get() === 'kept' ? kept : [...kept, ...unkept]);
  }

  async add(lost: readonly Lost[]): Promise<void> {
    const edits = lost.map(({ pending, problem }) => ({ ...pending, code: problem.code, info: problem.info ?? {} }));
    this.edits.set([...this.edits.get(), ...edits]);
    await this.#local.keepLost(this.#boardId, edits);
    await this.read();
  }

  async discard(edits: readonly LostEdit[]): Promise<void> {
    this.edits.set(this.edits.get().filter((one) => !edits.includes(one)));
    await this.#local.discardLost(this.#boardId, edits);
  }
}

function isSame(one: LostEdit, other: LostEdit): boolean {
  return one.c === other.c && one.i === other.i;
}
