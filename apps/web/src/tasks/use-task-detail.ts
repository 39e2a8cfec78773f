import { descriptions, tasks } from '@talka/domain/tasks';
import { useEffect, useState } from 'react';
import { useApp } from '../app/app-context.ts';
import { useProblemToast } from '../app/use-problem-toast.ts';
import { useBoardSession, useRow } from '../boards/index.ts';
import { readTask, type HistoryLine } from './task-api.ts';

interface Detail {
  /** Null while it is on its way. */
  readonly text: string | null;
  readonly history: readonly HistoryLine[] | null;
}

const SETTLE_MS = 400;

/** A task's description and history: fetched when it opens, and the history again after each change. */
export function useTaskDetail(taskId: string): Detail {
  const { api } = useApp();
  const session = useBoardSession();
  const task = useRow(tasks, taskId);
  const description = useRow(descriptions, taskId);
  const [history, setHistory] = useState<readonly HistoryLine[] | null>(null);
  const isFirst = history === null;
  const tell = useProblemToast();
  useEffect(() => {
    let isHere = true;
    const fetchDetail = async () => {
      try {
        const detail = await readTask(api, session.boardId, taskId);
        if (!isHere) return;
        session.learn(`${descriptions.name}/${taskId}`, { id: taskId, text: detail.description });
        setHistory(detail.history);
      } catch (problem) {
        if (isHere && isFirst) tell(problem);
      }
    };
    const timer = setTimeout(() => void fetchDetail(), isFirst ? 0 : SETTLE_MS);
    return () => {
      isHere = false;
      clearTimeout(timer);
    };
    // The rows are named because each change of them has a new line in the history.
  }, [api, session, taskId, task, description, isFirst, tell]);
  return { text: description?.text ?? null, history };
}
