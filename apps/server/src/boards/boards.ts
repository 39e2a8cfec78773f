import { can, newBoard } from '@talka/domain/boards';
import type { Ability, NewBoard, Role } from '@talka/domain/boards';
import { Refusal } from '@talka/domain/kernel';
import type { BoardId, UserId } from '@talka/domain/kernel';
import type { CommandCall } from '@talka/domain/wire';
import type { Ids } from '../platform/ids/ids.ts';
import type { BoardRoom } from './board-room.ts';
import type { BoardRooms } from './board-rooms.ts';
import type { CommandRequest, Decision } from './command-request.ts';
import type { People } from './people.ts';
import { roleOnBoard } from './role-on-board.ts';
import { insertBoard, worksInAccount } from './store.ts';

export interface BoardsParts {
  readonly rooms: BoardRooms;
  readonly ids: Ids;
  readonly people: People;
}

/** A board that someone was let into, and as what. */
export interface EnteredBoard {
  readonly room: BoardRoom;
  readonly role: Role;
}

/** What other rooms ask of boards, whatever the transport. */
export class Boards {
  readonly rooms: BoardRooms;
  readonly #ids: Ids;
  readonly #people: People;

  constructor({ rooms, ids, people }: BoardsParts) {
    this.rooms = rooms;
    this.#ids = ids;
    this.#people = people;
  }

  /** Lets someone into a board. One that is hidden from them is answered exactly like one that never was. */
  async enter(boardId: BoardId, userId: UserId, ability: Ability = 'see-board'): Promise<EnteredBoard> {
    const room = await this.rooms.open(boardId);
    const { accountRoleOf } = this.rooms.parts;
    const role =
      room === null ? null : await room.readNow((memory, db) => roleOnBoard(db, accountRoleOf, memory, userId));
    if (room === null || role === null) throw new Refusal('not-found');
    if (!can(role, ability)) throw new Refusal('forbidden');
    return { room, role };
  }

  /** Makes a board with its creator as Board Admin. */
  async create(asked: NewBoard, creatorId: UserId): Promise<BoardId> {
    const { database, clock, rowStores, accountRoleOf } = this.rooms.parts;
    const now = clock.now();
    await database.transaction(async (tx) => {
      const allowed =
        (await accountRoleOf(tx, asked.accountId, creatorId)) !== null ||
        (await worksInAccount(tx, asked.accountId, creatorId));
      if (!allowed) throw new Refusal('not-found');
      const creator = await this.#people.byId(tx, creatorId);
      if (creator === null) throw new Refusal('sign-in-required');
      const rows = newBoard(asked, creator, { now, nextId: () => this.#ids.next() });
      if (!rows.ok) throw new Refusal('invalid', { problem: rows.problem.code, ...rows.problem.info });
      const stored = await insertBoard(tx, rowStores, { rows: rows.value, createdBy: creatorId, now });
      if (!stored) throw new Refusal('conflict', { problem: 'id-taken' });
    });
    return asked.id;
  }

  /** Runs a command for someone; throws the Refusal that fits where it is not accepted. Returns the board's number. */
  async run(boardId: BoardId, call: CommandCall, actor: UserId): Promise<number> {
    const { room } = await this.enter(boardId, actor);
    return seqOf(await room.submit({ call, actor, client: null }));
  }

  /** The same for a browser's counted command; one that was decided before answers null. */
  async runCounted(boardId: BoardId, request: CommandRequest): Promise<number | null> {
    const { room } = await this.enter(boardId, request.actor);
    const decision = await room.submit(request);
    return decision.kind === 'repeated' ? null : seqOf(decision);
  }
}

/** Problems of what was asked, whatever the board is like. */
const BADLY_ASKED: ReadonlySet<string> = new Set(['invalid', 'unknown-command', 'text-empty', 'text-too-long']);

function seqOf(decision: Decision): number {
  if (decision.kind === 'accepted') return decision.seq;
  const problem = decision.kind === 'refused' ? decision.problem : { code: 'repeated' };
  if (problem.code === 'forbidden') throw new Refusal('forbidden');
  if (problem.code === 'internal') throw new Error('a command failed');
  throw new Refusal(BADLY_ASKED.has(problem.code) ? 'invalid' : 'conflict', { ...problem.info, problem: problem.code });
}
