import { screen } from '@testing-library/react';
import { openTalka, settle, type Opened } from '../../app/testing/open-talka.tsx';
import type { HttpRoutes } from '../../app/testing/test-http.ts';
import { BOARD_ID, type BoardPlan } from './board-rows.ts';
import { BoardServer } from './board-server.ts';
import { ada, TEAM, type Someone } from './people.ts';

export interface OpenBoard extends Opened {
  readonly server: BoardServer;
}

interface Wanted {
  readonly plan?: BoardPlan;
  readonly as?: Someone;
  /** Below the board's own address: `/t/ID` opens a task. */
  readonly path?: string;
  readonly routes?: HttpRoutes;
}

export const A_PLAN: BoardPlan = { Next: ['Write', 'Draw'], Doing: ['Print'] };

/** The board as one person has it open in a browser, joined and live. */
export async function openBoard({ plan = A_PLAN, as = ada, path = '', routes = {} }: Wanted = {}): Promise<OpenBoard> {
  const server = new BoardServer(plan, as);
  const opened = await openTalka(`/b/${BOARD_ID}${path}`, routesOf(server, routes), (network) => {
    network.onSocket = (socket) => {
      server.answer(socket);
      queueMicrotask(() => socket.open());
    };
  });
  await screen.findByText('Live');
  await settle();
  return { ...opened, server };
}

export function routesOf(server: BoardServer, own: HttpRoutes): HttpRoutes {
  const { me } = server;
  const user = { id: me.id, name: me.name, email: me.email, language: 'en', theme: 'system', timeZone: 'UTC' };
  const accounts = [{ id: 'account', name: 'Nordic Tools', role: 'member', trialEndsOn: null }];
  const seesAddresses = me.role === 'admin';
  const routes: HttpRoutes = {
    'GET /session': () => ({ json: { user, accounts, isServerOwner: false } }),
    [`GET /boards/${BOARD_ID}/snapshot`]: () => ({ json: server.snapshot() }),
    [`GET /boards/${BOARD_ID}/team`]: () => ({
      json: { members: TEAM.map((one) => ({ ...one, email: seesAddresses ? one.email : null })), invitations: [] },
    }),
    ...own,
  };
  // Paths of tasks made later are known too.
  return new Proxy(routes, {
    get(known, route: string) {
      const taskId = /^GET \/boards\/board\/tasks\/(.+)$/.exec(route)?.[1];
      return taskId === undefined || route in known
        ? known[route]
        : () => ({ json: server.detailOf(decodeURIComponent(taskId)) });
    },
  });
}
