import { randomBytes } from 'node:crypto';
import type { AccountId, UserId } from '@talka/domain/kernel';
import type { FastifyInstance } from 'fastify';
import { createAccounts } from './accounts/index.ts';
import { createBoards } from './boards/index.ts';
import type { CreateBoardsParts } from './boards/index.ts';
import { createIdentity, identityRoutes } from './identity/index.ts';
import type { Identity } from './identity/index.ts';
import type { Bus } from './platform/bus/index.ts';
import type { Clock } from './platform/clock/clock.ts';
import type { Config } from './platform/config/config.ts';
import type { Database } from './platform/database/database.ts';
import type { Ids } from './platform/ids/ids.ts';
import { createJobs } from './platform/jobs/index.ts';
import { broadcast } from './platform/live/index.ts';
import type { Live } from './platform/live/index.ts';
import type { Log } from './platform/log/log.ts';
import { createMail } from './platform/mail/index.ts';
import type { Mail } from './platform/mail/index.ts';
import type { Metrics } from './platform/metrics/metrics.ts';
import type { ReadSession } from './platform/session/session.ts';
import { taskContents, taskRoutes } from './tasks/index.ts';

/** What the nouns stand on. */
export interface Platform {
  readonly config: Config;
  readonly log: Log;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly metrics: Metrics;
  readonly database: Database;
  readonly bus: Bus;
}

/** All nouns at work, wired together. */
export interface Slices {
  readonly readSession: ReadSession;
  /** Whether nobody has signed up yet. */
  isFirstRun(): Promise<boolean>;
  /** Adds the routes and takes the frames of the live channel; before listening. */
  attach(app: FastifyInstance, live: Live): void;
  /** Begins the work behind the scenes; after listening. */
  start(): void;
  /** Finishes what was taken, when no request and no socket is left. */
  stop(): Promise<void>;
}

export function createSlices(platform: Platform): Slices {
  const { config, log, clock, ids, database, metrics, bus } = platform;
  const jobs = createJobs({ database, clock, ids, log, chance });
  metrics.gauge('talka_jobs_dead', 'Jobs that failed too often.', async () => (await jobs.counts()).dead);
  const mail = createMail({ config, jobs, log });
  const accounts = createAccounts({ database, clock, ids });
  const identity = createIdentity({ ...platform, jobs, mail, accounts });
  const boards = createBoards({
    ...platform,
    jobs,
    mail,
    broadcast,
    baseUrl: config.baseUrl,
    people: peopleOf(identity, mail),
    accountRoleOf: (db, accountId, userId) => accounts.managingRole(accountId as AccountId, userId as UserId, db),
    contents: taskContents(),
  });
  return {
    readSession: identity.readSession,
    isFirstRun: () => isFirstRun(database),
    attach(app, live) {
      identityRoutes(app, identity);
      boards.routes(app);
      taskRoutes(app, boards.boards);
      closeEndedSessions(identity, live, bus);
      live.handle({
        opened() {},
        frame: (connection, frame) => boards.live.onFrame(connection, frame),
        closed: (connection) => boards.live.onClose(connection),
      });
    },
    start: () => jobs.start(),
    async stop() {
      await boards.stop();
      await jobs.stop();
    },
  };
}

/** A session that is ended on one node ends its sockets on all; one that isn't heard of is found when it is rechecked. */
function closeEndedSessions(identity: Identity, live: Live, bus: Bus): void {
  bus.subscribe('sessions-ended', { heard: (sessionId) => live.closeSession(sessionId), missed() {} });
  identity.onSessionEnded((sessionId) => {
    live.closeSession(sessionId);
    bus.publish('sessions-ended', sessionId);
  });
}

/** An address counts as someone's once it is proven; where no mail can be sent, nothing can be proven. */
function peopleOf(identity: Identity, mail: Mail): CreateBoardsParts['people'] {
  return {
    byIds: (db, ids) => identity.people(ids as readonly UserId[], db),
    byId: async (db, id) => (await identity.people([id], db))[0] ?? null,
    async byEmail(db, email) {
      const person = await identity.personByEmail(email, db);
      return person && (person.emailVerified || !mail.reachesPeople) ? person : null;
    },
  };
}

async function isFirstRun({ kysely }: Database): Promise<boolean> {
  return (await kysely.selectFrom('server_owners').select('id').executeTakeFirst()) === undefined;
}

/** From 0 up to 1. */
function chance(): number {
  return randomBytes(4).readUInt32BE() / 2 ** 32;
}
