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
  /** Has pages join anew, by a delta since a number that all of them have; each is seated again, or let go. */
  readonly rejoin: (seats: readonly Seat[], since: number) => void;
}

/** Everybody who follows one board: what is committed goes to all of them in one frame, encoded once. */
export class Audience implements RoomListener {
  readonly #boardId: BoardId;
  readonly #parts: AudienceParts;
  readonly #seats = new Map<LiveConnection, Seat>();
  /** Those that hear nothing before they have joined anew; they may send meanwhile, since commands are authorised. */
  readonly #rejoining = new Set<LiveConnection>();

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
    this.#rejoining.delete(seat.connection);
  }

  leave(connection: LiveConnection): void {
    this.#seats.delete(connection);
    this.#rejoining.delete(connection);
  }

  /** Tells everybody who may hear it now, or those of them whom it concerns. */
  tell(frame: ServerFrame, concerns: (connection: LiveConnection) => boolean = () => true): void {
    const connections = this.#hearing()
      .map(({ connection }) => connection)
      .filter(concerns);
    if (connections.length === 0) return;
    const bytes = encoded(frame);
    const isTooLong = bytes.length > FRAME_LIMIT_BYTES;
    const sent = isTooLong ? encoded({ t: 'reload', board: this.#boardId, why: 'behind' }) : bytes;
    this.#parts.broadcast(connections, sent);
  }

  onCommitted(committed: readonly Committed[]): void {
    const before = (committed[0]?.s ?? 1) - 1;
    const people = peopleChangedBy(committed);
    if (people.size > 0) this.#rejoin(before, ({ userId }) => people.has(userId));
    this.tell({ t: 'p', board: this.#boardId, b: committed });
  }

  onGap(since: number): void {
    this.#rejoin(since, () => true);
  }

  #rejoin(since: number, concerns: (seat: Seat) => boolean): void {
    const seats = this.#hearing().filter(concerns);
    if (seats.length === 0) return;
    for (const { connection } of seats) this.#rejoining.add(connection);
    this.#parts.rejoin(seats, since);
  }

  #hearing(): readonly Seat[] {
    return [...this.#seats.values()].filter(({ connection }) => !this.#rejoining.has(connection));
  }
}

function encoded(frame: ServerFrame): Buffer {
  return Buffer.from(JSON.stringify(frame));
}

/** People whose role changed or who left: they hear nothing more before their role is read again. */
function peopleChangedBy(committed: readonly Committed[]): ReadonlySet<string> {
  const people = new Set<string>();
  for (const { p } of committed) {
    for (const [key] of p) if (key.startsWith('member/')) people.add(splitKey(key).id);
  }
  return people;
}
