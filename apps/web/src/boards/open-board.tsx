import { Trans, useLingui } from '@lingui/react/macro';
import type { Lost } from '@talka/domain/wire';
import { useEffect, useState, type ReactNode } from 'react';
import { useApp, useSession } from '../app/app-context.ts';
import { reloadAsNewest } from '../app/pwa/worker.ts';
import { problemSentence } from '../app/problem-sentence.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { BoardContext, useBoard } from './board-context.ts';
import { boardProblemSentence } from './board-problem-sentence.ts';
import type { BoardSession } from './board-session.ts';
import { BoardSkeleton } from './board-skeleton.tsx';
import { createBoardSession } from './boards-live.ts';
import { UnsentDialog } from './unsent-dialog.tsx';

interface OpenBoardProps {
  readonly boardId: string;
  readonly children: ReactNode;
}

/** Opens a board and keeps it live while its screen stands; says what is wrong where it can't be shown. */
export function OpenBoard({ boardId, children }: OpenBoardProps) {
  const session = useNewSession(boardId);
  const status = useStore(session.status);
  if (status.is === 'loading') return <BoardSkeleton />;
  if (status.is === 'missing') return <Missing session={session} />;
  if (status.is === 'outdated') return <Outdated />;
  if (status.is === 'failed') return <Failed problem={status.problem} onRetry={() => session.retry()} />;
  return (
    <BoardContext value={session}>
      <RememberBoard />
      {children}
    </BoardContext>
  );
}

function useNewSession(boardId: string): BoardSession {
  const { api, socket, local } = useApp();
  const actor = useSession().user.id;
  const [session] = useState(() =>
    createBoardSession({ api, socket, local: local.of(actor), boardId, actor, onLost: tellLost }),
  );
  useEffect(() => session.open(), [session]);
  return session;
}

/** In every tab that can be seen: the one the change was made in may be closed. */
function tellLost(lost: readonly Lost[]): void {
  if (document.visibilityState !== 'visible') return;
  for (const { problem } of lost) showToast(boardProblemSentence(problem), { tone: 'bad' });
}

/** The rail leads back to the board that was open last. */
function RememberBoard() {
  const { recentBoard } = useApp();
  const board = useBoard();
  useEffect(() => {
    if (board !== undefined) recentBoard.set({ id: board.id, name: board.name });
  }, [recentBoard, board]);
  return null;
}

/** With what could not be saved any more, if there is such a thing. */
function Missing({ session }: { readonly session: BoardSession }) {
  const { t } = useLingui();
  const isAnyLost = useStore(session.lost.edits).length > 0;
  const [isOpen, setIsOpen] = useState(false);
  const show = (
    <Button tone="primary" onPress={() => setIsOpen(true)}>
      <Trans>See what could not be saved</Trans>
    </Button>
  );
  return (
    <BoardContext value={session}>
      <EmptyState level={1} title={t`This board isn't here`} {...(isAnyLost && { action: show })}>
        <Trans>It was deleted, or it isn't shared with you. Ask the person who gave you the link to invite you.</Trans>
      </EmptyState>
      <UnsentDialog isOpen={isOpen} onClose={() => setIsOpen(false)} />
    </BoardContext>
  );
}

function Outdated() {
  const { t } = useLingui();
  return (
    <EmptyState
      level={1}
      title={t`Talka has been updated`}
      action={<Button tone="primary" onPress={() => void reloadAsNewest()}>{t`Reload`}</Button>}
    >
      <Trans>Reload the page to go on with the new version.</Trans>
    </EmptyState>
  );
}

function Failed({ problem, onRetry }: { readonly problem: unknown; readonly onRetry: () => void }) {
  const { t } = useLingui();
  return (
    <EmptyState
      level={1}
      title={t`The board couldn't be opened`}
      action={<Button tone="primary" onPress={onRetry}>{t`Try again`}</Button>}
    >
      {problemSentence(problem)}
    </EmptyState>
  );
}
