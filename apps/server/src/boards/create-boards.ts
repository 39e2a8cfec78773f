import type { Store } from '@talka/domain/kernel';
import type { FastifyInstance } from 'fastify';
import type { Bus } from '../platform/bus/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Ids } from '../platform/ids/ids.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { LiveConnection } from '../platform/live/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { Mail } from '../platform/mail/index.ts';
import type { AccountRoleOf } from './account-role-of.ts';
import { BoardLive } from './board-live.ts';
import { BoardRooms } from './board-rooms.ts';
import { Boards } from './boards.ts';
import { Invitations } from './invitations.ts';
import type { People } from './people.ts';
import { followNames } from './rename-person.ts';
import { boardRoutes } from './routes.ts';
import type { RowStore } from './row-store.ts';
import { boardRowStores } from './row-stores.ts';
import { teamRoutes } from './team-routes.ts';
import { startUpkeep } from './upkeep.ts';
import type { EnrichHistory } from './board-parts.ts';

export interface CreateBoardsParts {
  readonly database: Database;
  readonly bus: Bus;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly baseUrl: string;
  readonly people: People;
  readonly accountRoleOf: AccountRoleOf;
  /** What lies on boards: given by the slices above. */
  readonly contents: {
    readonly rowStores: readonly RowStore[];
    readonly openTasks: (store: Store) => number;
    readonly enrichHistory: EnrichHistory;
  };
  readonly broadcast: (connections: Iterable<LiveConnection>, frame: Buffer) => void;
}

/** The slice at work. */
export interface BoardsRoom {
  readonly boards: Boards;
  readonly live: BoardLive;
  routes(app: FastifyInstance): void;
  /** Waits for taken commands and lets go of everything. */
  stop(): Promise<void>;
}

export function createBoards(parts: CreateBoardsParts): BoardsRoom {
  const { database, clock, ids, people, accountRoleOf, contents, log } = parts;
  const rowStores = [...boardRowStores(), ...contents.rowStores];
  const { openTasks, enrichHistory } = contents;
  const { bus } = parts;
  const rooms = new BoardRooms({ database, bus, clock, log, rowStores, accountRoleOf, openTasks, enrichHistory });
  const boards = new Boards({ rooms, ids, people });
  const { jobs, mail, baseUrl } = parts;
  const invitations = new Invitations({ boards, people, ids, jobs, mail, baseUrl });
  followNames({ rooms, people, jobs });
  const live = new BoardLive({ rooms, log, nodeId: ids.next(), broadcast: parts.broadcast });
  const stopUpkeep = startUpkeep({ rooms, live, bus, log });
  return {
    boards,
    live,
    routes(app) {
      boardRoutes(app, boards);
      teamRoutes(app, { boards, invitations, people });
    },
    async stop() {
      stopUpkeep();
      await rooms.drain();
    },
  };
}
