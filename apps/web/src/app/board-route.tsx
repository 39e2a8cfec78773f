import { SCHEMA_VERSION } from '@talka/domain/wire';
import { lazyRouteComponent, useParams } from '@tanstack/react-router';
import type { App } from './app.ts';

const BoardPage = lazyRouteComponent(() => import('../tasks/board-page.tsx'), 'BoardPage');

/** One board stays mounted while its tasks are opened and closed. */
export function BoardRoute() {
  const { boardId = '', taskId = null } = useParams({ strict: false });
  return <BoardPage key={boardId} boardId={boardId} taskId={taskId} />;
}

/** Fetches the code with the first sight of a link to a board. */
export function preloadBoard(): void {
  // A failure here is met again, and shown, when the board opens.
  void loadBoardPage();
}

/** What a board's screen needs first: its code, and meanwhile what this browser keeps of the board. */
export function loadBoard({ session, local }: App, boardId: string): Promise<void> {
  const state = session.get();
  if (state.status === 'signed-in') local.of(state.session.user.id).expectCopy(boardId, SCHEMA_VERSION);
  return loadBoardPage();
}

/** The code of a board's screen; the router waits for it, since React shows what replaces a fallback only later. */
async function loadBoardPage(): Promise<void> {
  await BoardPage.preload?.()?.catch(() => undefined);
}
