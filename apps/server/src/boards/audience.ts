import type { BoardId } from '@talka/domain/kernel';
import { splitKey } from '@talka/domain/kernel';
import type { Committed, ServerFrame } from '@talka/domain/wire';
import type { LiveConnection } from '../platform/live/index.ts';
import type { RoomListener } from './board-room.ts';
import { FRAME_LIMIT_BYTES } from './frame-limit.ts';

/** One browser page that follows a board. */
export interface Seat {
  readonly connection: LiveConnection;
  readonly cid: string;
  readonly userId: string;
}

interface AudienceParts {
  /** Sends one buffer to many. */
  readonly broadcast: (connections: Iterable<LiveConnection>, frame: Buffer) => void;
  /** Lets a page whose place on the team changed join anew from `since`, or tells it that it may not. */
  readonly rejoin: (seat: Seat, since: number) => void;
}

/** Everybody who follows one board: what is committed goes to all of them in one frame, encoded once. */
export class Audience implements RoomListener {
  readonly #boardId: BoardId;
  readonly #parts: AudienceParts;
  readonly #seats = new Map<LiveConnection, Seat>();

  constructor(boardId: BoardId, parts: AudienceParts) {
    this.#boardId = boardId;
    this.#parts = parts;
  }

  get size(): number {
    return this.#seats.size;
  }

  seatOf(connection: LiveConnection): Seat | undefined {
    return this.#seats.get(connection);
  }

  seat(seat: Seat): void {
    this.#seats.set(seat.connection, seat);
  }

  leave(connection: LiveConnection): void {
    this.#seats.delete(connection);
  }

  onCommitted(committed: readonly Committed[]): void {
    const before = (committed[0]?.s ?? 1) - 1;
    for (const seat of this.#seatsOfChanged(committed)) {
      this.leave(seat.connection);
      this.#parts.rejoin(seat, before);
    }
    if (this.#seats.size === 0) return;
    const frame = encoded({ t: 'p', board: this.#boardId, b: committed });
    const isTooLong = frame.length > FRAME_LIMIT_BYTES;
    const sent = isTooLong ? encoded({ t: 'reload', board: this.#boardId, why: 'behind' }) : frame;
    this.#parts.broadcast(this.#seats.keys(), sent);
  }

  /** Seats of people whose role changed or who left: they hear nothing more before their role is read again. */
  #seatsOfChanged(committed: readonly Committed[]): readonly Seat[] {
    const changed = new Set<string>();
    for (const { p } of committed) {
      for (const [key] of p) if (key.startsWith('member/')) changed.add(splitKey(key).id);
    }
    return changed.size === 0 ? [] : [...this.#seats.values()].filter(({ userId }) => changed.has(userId));
  }
}

function encoded(frame: ServerFrame): Buffer {
  return Buffer.from(JSON.stringify(frame));
}
