import type { TaskId } from '@talka/domain/kernel';
import { TASK_PRIORITIES, TASK_STATUSES, type Task } from '@talka/domain/tasks';
import { useRun } from '../boards/index.ts';
import type { MenuAction } from '../ui/menu-model.ts';
import { priorityName, statusName } from './status-name.ts';

/** The statuses of a task to choose from, its own marked. */
export function useStatusChoices(task: Task): readonly MenuAction[] {
  const run = useRun();
  return TASK_STATUSES.map((status) => ({
    id: status,
    label: statusName(status),
    isChosen: status === task.status,
    run: () => run('task.setStatus', { id: task.id as TaskId, status }),
  }));
}

/** The priorities of a task to choose from, its own marked. */
export function usePriorityChoices(task: Task): readonly MenuAction[] {
  const run = useRun();
  return TASK_PRIORITIES.toReversed().map((priority) => ({
    id: priority,
    label: priorityName(priority),
    isChosen: priority === task.priority,
    run: () => run('task.setPriority', { id: task.id as TaskId, priority }),
  }));
}
