import type { BoardId } from '@talka/domain/kernel';
import { SCHEMA_VERSION } from '@talka/domain/wire';
import type { DeltaFrame, PeopleFrame, ServerFrame } from '@talka/domain/wire';
import type { LiveConnection } from '../platform/live/index.ts';
import type { Log } from '../platform/log/log.ts';
import { Audience } from './audience.ts';
import type { Seat } from './audience.ts';
import type { BoardRoom } from './board-room.ts';
import type { BoardRooms } from './board-rooms.ts';
import type { Decision } from './command-request.ts';
import { readClientMarks } from './client-marks.ts';
import { FRAME_LIMIT_BYTES } from './frame-limit.ts';
import { BoardPresence } from './presence/board-presence.ts';
import { deltaFor, readChanges } from './read-delta.ts';
import { readCall, readFrame } from './read-frame.ts';
import type { ReadFrame } from './read-frame.ts';
import { roleOnBoard } from './role-on-board.ts';

type Hello = Extract<ReadFrame, { t: 'hello' }>;
type CommandFrame = Extract<ReadFrame, { t: 'm' }>;

export interface BoardLiveParts {
  readonly rooms: BoardRooms;
  readonly log: Log;
  /** This node's own name. */
  readonly nodeId: string;
  readonly broadcast: (connections: Iterable<LiveConnection>, frame: Buffer) => void;
}

/** A board that pages of this node follow. */
interface Following {
  readonly audience: Audience;
  readonly presence: BoardPresence;
  readonly dismiss: () => void;
}

/** A page may follow this many boards at once over one connection. */
const BOARDS_PER_CONNECTION = 20;

/** Boards on the live channel: joining, catching up, commands in, committed changes out. */
export class BoardLive {
  readonly #parts: BoardLiveParts;
  readonly #followings = new Map<BoardId, Following>();
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
    if (frame.t === 'pres') return this.#show(connection, frame);
    return this.#take(connection, frame);
  }

  onClose(connection: LiveConnection): void {
    for (const boardId of this.#followed.get(connection) ?? []) this.#leave(connection, boardId);
    this.#followed.delete(connection);
  }

  /** Called every second or so. */
  beat(): void {
    for (const { presence } of this.#followings.values()) presence.beat();
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
    await this.#admit(room, [{ connection, cid: hello.cid, userId: connection.session.userId }], hello.since);
  }

  /** Reads roles and what is new, and seats pages, all at one moment between two batches: nothing is missed or doubled. */
  async #admit(room: BoardRoom, seats: readonly Seat[], since: number): Promise<void> {
    await room.readNow(async (memory, db) => {
      const { boardId: board } = memory;
      const { rowStores, accountRoleOf } = this.#parts.rooms.parts;
      const cids = seats.map(({ cid }) => cid);
      const marks = await readClientMarks(db, board, cids);
      const changes = since > memory.seq ? null : await readChanges(db, rowStores, memory, since);
      for (const seat of seats) {
        const { connection, userId, cid } = seat;
        const role = await roleOnBoard(db, accountRoleOf, memory, userId);
        if (role === null) this.#dismiss(connection, board);
        else this.#seat(room, seat, changes && deltaFor(board, { cid, userId, role, mark: marks.get(cid) }, changes));
      }
    });
  }

  /** @param delta null, or a long one: the page had better load the board */
  #seat(room: BoardRoom, seat: Seat, delta: DeltaFrame | null): void {
    const { connection } = seat;
    const { boardId: board } = room.memory;
    if (this.#followed.get(connection)?.has(board) !== true) return;
    const frame = JSON.stringify(delta);
    if (delta === null || Buffer.byteLength(frame) > FRAME_LIMIT_BYTES) {
      return send(connection, { t: 'reload', board, why: 'behind' });
    }
    const { audience, presence } = this.#followingOf(room);
    audience.seat(seat);
    connection.send(frame);
    if (!presence.isHere(connection)) return;
    send(connection, presence.whole());
  }

  async #take(connection: LiveConnection, { board, i, n, a, g }: CommandFrame): Promise<void> {
    const seat = this.#followings.get(board)?.audience.seatOf(connection);
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

  #show(connection: LiveConnection, { board, at, doing }: Extract<ReadFrame, { t: 'pres' }>): void {
    const following = this.#followings.get(board);
    const seat = following?.audience.seatOf(connection);
    if (following === undefined || seat === undefined) return;
    const wasHere = following.presence.isHere(connection);
    following.presence.move(seat, at, doing);
    if (!wasHere) send(connection, following.presence.whole());
  }

  /** The same answer whether the board is hidden from them or never was. */
  #dismiss(connection: LiveConnection, board: BoardId): void {
    this.#leave(connection, board);
    send(connection, { t: 'revoked', board });
  }

  #leave(connection: LiveConnection, boardId: BoardId): void {
    this.#followed.get(connection)?.delete(boardId);
    const following = this.#followings.get(boardId);
    if (following === undefined) return;
    following.audience.leave(connection);
    following.presence.leave(connection);
    if (following.audience.size > 0) return;
    following.presence.end();
    following.dismiss();
    this.#followings.delete(boardId);
  }

  #followingOf(room: BoardRoom): Following {
    const { boardId } = room.memory;
    const known = this.#followings.get(boardId);
    if (known !== undefined) return known;
    const audience = new Audience(boardId, {
      broadcast: this.#parts.broadcast,
      rejoin: (seats, since) => this.#rejoin(room, seats, since),
    });
    const { bus, clock } = this.#parts.rooms.parts;
    const tell = (frame: PeopleFrame): void => audience.tell(frame, (connection) => presence.isHere(connection));
    const presence: BoardPresence = new BoardPresence(boardId, { bus, clock, nodeId: this.#parts.nodeId, tell });
    const following = { audience, presence, dismiss: room.listen(audience) };
    this.#followings.set(boardId, following);
    return following;
  }

  #rejoin(room: BoardRoom, seats: readonly Seat[], since: number): void {
    this.#admit(room, seats, since).catch((error: unknown) => {
      this.#parts.log.error({ err: error }, 'pages could not join their board anew');
      for (const { connection } of seats) connection.close(1011, 'rejoin-failed');
    });
  }
}

function send(connection: LiveConnection, frame: ServerFrame): void {
  connection.send(JSON.stringify(frame));
}
