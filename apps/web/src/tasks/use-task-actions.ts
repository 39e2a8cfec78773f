import { useLingui } from '@lingui/react/macro';
import { columns } from '@talka/domain/boards';
import type { TaskId } from '@talka/domain/kernel';
import { isFrozen, tasks } from '@talka/domain/tasks';
import { useMemo } from 'react';
import {
  boardProblemSentence,
  columnName,
  useBoardSession,
  useBoardView,
  useRun,
  type SettableField,
} from '../boards/index.ts';
import { showToast } from '../ui/toast-queue.ts';

export interface TaskActions {
  rename(taskId: string): void;
  /** Opens one of its fields on the card. */
  set(taskId: string, field: SettableField): void;
  /** Asks where to. */
  move(taskId: string): void;
  trash(taskId: string): void;
  restore(taskId: string): void;
}

/** What can be done with a task, for its menu, its keys and its panel alike. */
export function useTaskActions(): TaskActions {
  const { t } = useLingui();
  const session = useBoardSession();
  const view = useBoardView();
  const run = useRun();
  return useMemo(() => {
    const { store } = session.replica;
    const restore = (taskId: string) => {
      if (!run('task.restore', { id: taskId as TaskId })) return;
      const column = store.get(columns, store.get(tasks, taskId)?.columnId ?? '');
      if (column !== undefined) showToast(t`Back in ${columnName(column)}.`);
    };
    const ifEditable = (taskId: string, work: () => void) => {
      const task = store.get(tasks, taskId);
      if (task === undefined) return;
      if (isFrozen(store, task)) showToast(boardProblemSentence({ code: 'task-frozen' }));
      else work();
    };
    return {
      rename: (taskId) => ifEditable(taskId, () => view.change({ renaming: taskId })),
      set: (taskId, field) => ifEditable(taskId, () => view.change({ setting: { taskId, field } })),
      move: (taskId) => view.change({ moving: taskId }),
      trash(taskId) {
        const title = store.get(tasks, taskId)?.title ?? '';
        if (!run('task.trash', { id: taskId as TaskId })) return;
        showToast(t`“${title}” is in Trash.`, { action: { label: t`Undo`, run: () => restore(taskId) } });
      },
      restore,
    };
  }, [session, view, run, t]);
}
