import { useCallback, useEffect, useState } from 'react';
import { useApp, useSession } from '../app/app-context.ts';
import { type BoardTileData, listBoards } from './boards-api.ts';

interface Boards {
  /** Null until the first answer. */
  readonly boards: readonly BoardTileData[] | null;
  /** Why there is no answer, when there is none to show. */
  readonly problem: unknown;
  readonly change: (edit: (boards: readonly BoardTileData[]) => readonly BoardTileData[]) => void;
  readonly retry: () => void;
}

/** What Home showed last, so that coming back shows it at once; whose it was, so that it's shown to nobody else. */
let lastShown: { readonly userId: string; readonly boards: readonly BoardTileData[] } | null = null;

/** The boards of the person; asked again when they come back to the page. */
export function useBoards(): Boards {
  const { api } = useApp();
  const userId = useSession().user.id;
  const [boards, setBoards] = useState(lastShown?.userId === userId ? lastShown.boards : null);
  const [problem, setProblem] = useState<unknown>(null);
  const ask = useCallback(() => {
    const abort = new AbortController();
    const onAnswer = (answer: readonly BoardTileData[]) => {
      setProblem(null);
      setBoards(answer);
    };
    const onProblem = (cause: unknown) => {
      if (!abort.signal.aborted) setProblem(cause);
    };
    listBoards(api, abort.signal).then(onAnswer, onProblem);
    return () => abort.abort();
  }, [api]);

  useEffect(() => ask(), [ask]);

  useEffect(() => {
    const onReturn = () => {
      if (document.visibilityState === 'visible') ask();
    };
    document.addEventListener('visibilitychange', onReturn);
    return () => document.removeEventListener('visibilitychange', onReturn);
  }, [ask]);

  useEffect(() => {
    if (boards) lastShown = { userId, boards };
  }, [boards, userId]);

  const change: Boards['change'] = (edit) => setBoards((current) => edit(current ?? []));
  return { boards, problem, change, retry: ask };
}
