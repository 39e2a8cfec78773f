import type { BoardId } from '@talka/domain/kernel';
import { loadBoardMemory } from './board-memory.ts';
import { BoardRoom } from './board-room.ts';
import type { BoardParts } from './board-parts.ts';

/** A board nobody listens to is kept this long, for the next visit. */
const IDLE_KEPT_MS = 5 * 60_000;
/** Idle boards kept at most, but for those that somebody just asked for. */
const IDLE_KEPT = 50;
const JUST_NOW_MS = 10_000;

/** The boards at work on this node, each in memory once. */
export class BoardRooms {
  readonly #parts: BoardParts;
  readonly #rooms = new Map<BoardId, Promise<BoardRoom | null>>();

  constructor(parts: BoardParts) {
    this.#parts = parts;
  }

  get parts(): BoardParts {
    return this.#parts;
  }

  get size(): number {
    return this.#rooms.size;
  }

  /** The room of a board, or null when there is no such board. */
  async open(boardId: BoardId): Promise<BoardRoom | null> {
    const known = this.#rooms.get(boardId);
    const room = await (known ?? this.#begin(boardId));
    // Whoever asks is about to use it; so it must not be let go of meanwhile, or there would be two of one board.
    if (room !== null) room.usedAt = this.#parts.clock.now();
    return room;
  }

  /** Lets go of boards that nobody has used for a while; called now and then. */
  async evictIdle(): Promise<void> {
    const idle: { readonly id: BoardId; readonly room: BoardRoom }[] = [];
    for (const [id, opening] of this.#rooms) {
      const room = await opening.catch(() => null);
      if (room?.isIdle === true) idle.push({ id, room });
    }
    const now = this.#parts.clock.now();
    const newestFirst = idle.toSorted((one, other) => other.room.usedAt - one.room.usedAt);
    for (const [rank, { id, room }] of newestFirst.entries()) {
      const keptFor = rank < IDLE_KEPT ? IDLE_KEPT_MS : JUST_NOW_MS;
      if (room.isIdle && room.usedAt < now - keptFor) this.#rooms.delete(id);
    }
  }

  /** Has the boards with pages look for what other nodes committed unheard: one question for all of them. */
  async lookForNews(): Promise<void> {
    const followed = await this.#followed();
    if (followed.length === 0) return;
    const rows = await this.#parts.database.kysely
      .selectFrom('boards')
      .select(['id', 'seq'])
      .where(
        'id',
        'in',
        followed.map(({ memory }) => memory.boardId),
      )
      .execute();
    const numbers = new Map(rows.map(({ id, seq }) => [id, seq]));
    for (const room of followed) if (numbers.get(room.memory.boardId) !== room.memory.seq) room.sync();
  }

  /** Waits until every command that was taken is decided. */
  async drain(): Promise<void> {
    for (const opening of this.#rooms.values()) await (await opening.catch(() => null))?.settled();
  }

  async #begin(boardId: BoardId): Promise<BoardRoom | null> {
    const opening = this.#load(boardId);
    this.#rooms.set(boardId, opening);
    try {
      const room = await opening;
      if (room === null) this.#rooms.delete(boardId);
      return room;
    } catch (error) {
      this.#rooms.delete(boardId);
      throw error;
    }
  }

  async #followed(): Promise<readonly BoardRoom[]> {
    const rooms = await Promise.all([...this.#rooms.values()].map((opening) => opening.catch(() => null)));
    return rooms.filter((room) => room !== null).filter(({ hasListeners }) => hasListeners);
  }

  async #load(boardId: BoardId): Promise<BoardRoom | null> {
    const { database, rowStores } = this.#parts;
    const memory = await database.snapshot((tx) => loadBoardMemory(tx, rowStores, boardId));
    return memory === null ? null : new BoardRoom(this.#parts, memory);
  }
}
