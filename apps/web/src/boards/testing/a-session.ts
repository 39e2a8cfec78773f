import { tasks } from '@talka/domain/tasks';
import type { Lost, Snapshot } from '@talka/domain/wire';
import { onTestFinished, vi } from 'vitest';
import { createLiveSocket } from '../../app/live/live-socket.ts';
import { stubSockets, type TestNetwork } from '../../app/testing/test-socket.ts';
import { BoardSession } from '../board-session.ts';
import { BOARD_ID, MADE_AT, type BoardPlan } from './board-rows.ts';
import { BoardServer } from './board-server.ts';
import { leadAtOnce, noLocal } from './no-local.ts';
import { mika, type Someone } from './people.ts';

interface ASession {
  readonly session: BoardSession;
  readonly server: BoardServer;
  readonly network: TestNetwork;
  readonly lost: Lost[];
  /** How often the whole board was fetched. */
  readonly fetched: () => number;
  readonly close: () => void;
  titles(column: string): readonly string[];
}

interface Wanted {
  readonly plan?: BoardPlan;
  readonly as?: Someone;
  readonly fetchSnapshot?: (server: BoardServer) => Promise<Snapshot>;
  /** False leaves sockets unopened, for the test to open. */
  readonly connects?: boolean;
}

/** A board as a page has it open, without the page; time is the test's. */
export function aSession({ plan = { Next: ['Write', 'Draw'] }, as = mika, ...rest }: Wanted = {}): ASession {
  vi.useFakeTimers();
  const network = stubSockets();
  const server = new BoardServer(plan, as);
  const lost: Lost[] = [];
  let fetches = 0;
  let clients = 0;
  network.onSocket = (socket) => {
    server.answer(socket);
    if (rest.connects !== false) queueMicrotask(() => socket.open());
  };
  const session = new BoardSession({
    boardId: BOARD_ID,
    actor: as.id,
    socket: createLiveSocket({ url: 'ws://talka.test/api/live', onSignInRequired: () => undefined, chance: () => 0.5 }),
    newId: () => `page ${(clients += 1)}`,
    now: () => MADE_AT,
    local: noLocal(),
    tabs: { name: BOARD_ID, openChannel: () => ({ tell: () => undefined, close: () => undefined }), lead: leadAtOnce },
    whenIdle: (work) => work(),
    fetchSnapshot: () => {
      fetches += 1;
      return rest.fetchSnapshot?.(server) ?? Promise.resolve(server.snapshot());
    },
    onLost: (some) => lost.push(...some),
  });
  const close = session.open();
  onTestFinished(() => {
    close();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  const titles = (column: string) => {
    const { store } = session.replica;
    return store.list(tasks, column).map((id) => store.get(tasks, id)?.title ?? '');
  };
  return { session, server, network, lost, fetched: () => fetches, close, titles };
}

/** Lets what was sent arrive and be answered, and time pass. */
export async function pass(milliseconds = 0): Promise<void> {
  await vi.advanceTimersByTimeAsync(milliseconds);
}
