import type { BoardId } from '@talka/domain/kernel';
import { SCHEMA_VERSION } from '@talka/domain/wire';
import type { ServerFrame } from '@talka/domain/wire';
import type { LiveConnection } from '../platform/live/index.ts';
import type { Log } from '../platform/log/log.ts';
import { Audience } from './audience.ts';
import type { Seat } from './audience.ts';
import type { BoardRoom } from './board-room.ts';
import type { BoardRooms } from './board-rooms.ts';
import type { Decision } from './command-request.ts';
import { FRAME_LIMIT_BYTES } from './frame-limit.ts';
import { readDelta } from './read-delta.ts';
import { readCall, readFrame } from './read-frame.ts';
import type { ReadFrame } from './read-frame.ts';
import { roleOnBoard } from './role-on-board.ts';

type Hello = Extract<ReadFrame, { t: 'hello' }>;
type CommandFrame = Extract<ReadFrame, { t: 'm' }>;

export interface BoardLiveParts {
  readonly rooms: BoardRooms;
  readonly log: Log;
  readonly broadcast: (connections: Iterable<LiveConnection>, frame: Buffer) => void;
}

/** A page may follow this many boards at once over one connection. */
const BOARDS_PER_CONNECTION = 20;

/** Boards on the live channel: joining, catching up, commands in, committed changes out. */
export class BoardLive {
  readonly #parts: BoardLiveParts;
  readonly #audiences = new Map<BoardId, { readonly audience: Audience; readonly dismiss: () => void }>();
  readonly #followed = new Map<LiveConnection, Set<BoardId>>();

  constructor(parts: BoardLiveParts) {
    this.#parts = parts;
  }

  /** One frame of one connection; resolves when the next may be read. */
  async onFrame(connection: LiveConnection, raw: unknown): Promise<void> {
    const frame = readFrame(raw);
    if (frame === null) return send(connection, { t: 'error', code: 'invalid' });
    if (frame.t === 'hello') return this.#join(connection, frame);
    if (frame.t === 'bye') return this.#leave(connection, frame.board);
    return this.#take(connection, frame);
  }

  onClose(connection: LiveConnection): void {
    for (const boardId of this.#followed.get(connection) ?? []) this.#leave(connection, boardId);
    this.#followed.delete(connection);
  }

  /** Whether the board exists shows in nothing that is answered before the role is read. */
  async #join(connection: LiveConnection, hello: Hello): Promise<void> {
    const { board } = hello;
    const followed = this.#followed.get(connection) ?? new Set();
    if (!followed.has(board) && followed.size >= BOARDS_PER_CONNECTION) {
      return send(connection, { t: 'error', code: 'too-many-boards', board });
    }
    if (hello.schema !== SCHEMA_VERSION) return send(connection, { t: 'reload', board, why: 'schema' });
    // Noted before anything is awaited, so that a page which closes meanwhile is not seated afterwards.
    this.#followed.set(connection, followed.add(board));
    const room = await this.#parts.rooms.open(board);
    if (room === null) return this.#dismiss(connection, board);
    await this.#admit(room, { connection, cid: hello.cid, userId: connection.session.userId }, hello.since);
  }

  /** Reads the role and what is new, and seats the page, all between two batches: nothing is missed or doubled. */
  async #admit(room: BoardRoom, seat: Seat, since: number): Promise<void> {
    const { boardId } = room.memory;
    await room.read(async (memory) => {
      const { parts } = this.#parts.rooms;
      const role = await roleOnBoard(parts.database.kysely, parts.accountRoleOf, memory, seat.userId);
      if (role === null) return this.#dismiss(seat.connection, boardId);
      const asked = { cid: seat.cid, since, userId: seat.userId, role };
      const delta = since > memory.seq ? null : await readDelta(parts, memory, asked);
      const frame = JSON.stringify(delta);
      if (this.#followed.get(seat.connection)?.has(boardId) !== true) return;
      if (delta === null || Buffer.byteLength(frame) > FRAME_LIMIT_BYTES) {
        return send(seat.connection, { t: 'reload', board: boardId, why: 'behind' });
      }
      this.#audienceOf(room).seat(seat);
      seat.connection.send(frame);
    });
  }

  async #take(connection: LiveConnection, { board, i, n, a, g }: CommandFrame): Promise<void> {
    const seat = this.#audiences.get(board)?.audience.seatOf(connection);
    const room = seat === undefined ? null : await this.#parts.rooms.open(board);
    if (seat === undefined || room === null) return send(connection, { t: 'error', code: 'not-joined', board });
    const request = { call: readCall({ n, a, g }), actor: connection.session.userId, client: { cid: seat.cid, i } };
    // The next frame may join the same batch, so its reading doesn't wait for this decision.
    void room.submit(request).then(
      (decision) => this.#answer(seat, { board, i }, decision),
      (error: unknown) => {
        this.#parts.log.error({ err: error, board, command: n }, 'a command could not be stored');
        send(connection, { t: 'error', code: 'unavailable', board });
      },
    );
  }

  #answer({ connection, cid }: Seat, { board, i }: { board: BoardId; i: number }, decision: Decision): void {
    if (decision.kind !== 'refused') return;
    const { code, info } = decision.problem;
    if (code === 'out-of-order' || code === 'not-your-client') return send(connection, { t: 'error', code, board });
    send(connection, { t: 'x', board, c: cid, i, code, ...(info === undefined ? {} : { info }) });
  }

  /** The same answer whether the board is hidden from them or never was. */
  #dismiss(connection: LiveConnection, board: BoardId): void {
    this.#leave(connection, board);
    send(connection, { t: 'revoked', board });
  }

  #leave(connection: LiveConnection, boardId: BoardId): void {
    this.#followed.get(connection)?.delete(boardId);
    const known = this.#audiences.get(boardId);
    if (known === undefined) return;
    known.audience.leave(connection);
    if (known.audience.size > 0) return;
    known.dismiss();
    this.#audiences.delete(boardId);
  }

  #audienceOf(room: BoardRoom): Audience {
    const { boardId } = room.memory;
    const known = this.#audiences.get(boardId);
    if (known !== undefined) return known.audience;
    const audience = new Audience(boardId, {
      broadcast: this.#parts.broadcast,
      rejoin: (seat, since) => this.#rejoin(room, seat, since),
    });
    this.#audiences.set(boardId, { audience, dismiss: room.listen(audience) });
    return audience;
  }

  #rejoin(room: BoardRoom, seat: Seat, since: number): void {
    this.#admit(room, seat, since).catch((error: unknown) => {
      this.#parts.log.error({ err: error }, 'a page could not join its board anew');
      seat.connection.close(1011, 'rejoin-failed');
    });
  }
}

function send(connection: LiveConnection, frame: ServerFrame): void {
  connection.send(JSON.stringify(frame));
}
