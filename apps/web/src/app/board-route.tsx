import { lazyRouteComponent, useParams } from '@tanstack/react-router';

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

/** The code of a board's screen; the router waits for it, since React shows what replaces a fallback only later. */
export async function loadBoardPage(): Promise<void> {
  await BoardPage.preload?.()?.catch(() => undefined);
}
