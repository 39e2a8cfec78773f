import { members, type Member } from '@talka/domain/boards';
import { assigneesOf, assignments } from '@talka/domain/tasks';
import { useBoardSession, useIds } from '../boards/index.ts';

/** The people of a task, and again whenever one comes, goes or changes their name. */
export function useAssignees(taskId: string): readonly Member[] {
  const { store } = useBoardSession().replica;
  useIds(assignments, taskId);
  useIds(members);
  return assigneesOf(store, taskId);
}
