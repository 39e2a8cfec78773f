import {
  createRootRouteWithContext,
  createRoute,
  createRouter,
  lazyRouteComponent,
  Outlet,
  redirect,
} from '@tanstack/react-router';
import type { App } from './app.ts';
import { backPath } from './back-path.ts';
import { BoardRoute, loadBoard } from './board-route.tsx';
import { ErrorPage } from './error-page.tsx';
import { NotFoundPage } from './not-found-page.tsx';
import { Shell } from './shell.tsx';

interface Context {
  readonly app: App;
}

interface BackSearch {
  readonly back?: string;
}

const root = createRootRouteWithContext<Context>()({
  component: Outlet,
  errorComponent: ErrorPage,
  notFoundComponent: NotFoundPage,
});

const shell = createRoute({
  getParentRoute: () => root,
  id: 'shell',
  component: Shell,
  beforeLoad: async ({ context, location }) => {
    const state = await context.app.session.load();
    if (state.status === 'signed-in') return;
    redirect({ to: '/sign-in', search: location.href === '/' ? {} : { back: location.href }, throw: true });
  },
});

const home = createRoute({
  getParentRoute: () => shell,
  path: '/',
  component: lazyRouteComponent(() => import('../home/home-page.tsx'), 'HomePage'),
});

const me = createRoute({
  getParentRoute: () => shell,
  path: '/me',
  component: lazyRouteComponent(() => import('../identity/me-page.tsx'), 'MePage'),
});

const board = createRoute({
  getParentRoute: () => shell,
  path: '/b/$boardId',
  component: BoardRoute,
  loader: ({ context, params }) => loadBoard(context.app, params.boardId),
});
const boardOnly = createRoute({ getParentRoute: () => board, path: '/' });
const boardTask = createRoute({ getParentRoute: () => board, path: '/t/$taskId' });

/** Pages for who isn't signed in; those who are go on to where they wanted. */
const guest = createRoute({
  getParentRoute: () => root,
  id: 'guest',
  validateSearch: (search: Readonly<Record<string, unknown>>): BackSearch =>
    typeof search.back === 'string' ? { back: backPath(search.back) } : {},
  beforeLoad: async ({ context, search }) => {
    const state = await context.app.session.load();
    if (state.status === 'signed-in') redirect({ href: backPath(search.back), throw: true });
  },
  component: Outlet,
});

const signIn = createRoute({
  getParentRoute: () => guest,
  path: '/sign-in',
  component: lazyRouteComponent(() => import('../identity/sign-in-page.tsx'), 'SignInPage'),
});

const signUp = createRoute({
  getParentRoute: () => guest,
  path: '/sign-up',
  component: lazyRouteComponent(() => import('../identity/sign-up-page.tsx'), 'SignUpPage'),
});

const forgot = createRoute({
  getParentRoute: () => guest,
  path: '/forgot',
  component: lazyRouteComponent(() => import('../identity/forgot-page.tsx'), 'ForgotPage'),
});

const reset = createRoute({
  getParentRoute: () => root,
  path: '/reset',
  component: lazyRouteComponent(() => import('../identity/reset-page.tsx'), 'ResetPage'),
});

const verify = createRoute({
  getParentRoute: () => root,
  path: '/verify',
  component: lazyRouteComponent(() => import('../identity/verify-page.tsx'), 'VerifyPage'),
});

const join = createRoute({
  getParentRoute: () => root,
  path: '/join',
  component: lazyRouteComponent(() => import('../identity/join-page.tsx'), 'JoinPage'),
});

const routeTree = root.addChildren([
  shell.addChildren([home, me, board.addChildren([boardOnly, boardTask])]),
  guest.addChildren([signIn, signUp, forgot]),
  reset,
  verify,
  join,
]);

export function createTalkaRouter(app: App) {
  return createRouter({
    routeTree,
    context: { app },
    defaultErrorComponent: ErrorPage,
    defaultNotFoundComponent: NotFoundPage,
    defaultPreload: 'intent',
    scrollRestoration: false,
  });
}

declare module '@tanstack/react-router' {
  interface Register {
    router: ReturnType<typeof createTalkaRouter>;
  }
}
