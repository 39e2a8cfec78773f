import { useLingui } from '@lingui/react/macro';
import type { TaskId, UserId } from '@talka/domain/kernel';
import { isAssignable, type Task } from '@talka/domain/tasks';
import { members } from '@talka/domain/boards';
import { Calendar, CircleDot, Flag, Tag, UserMinus, UserPlus, Users } from 'lucide-react';
import { useSession } from '../app/app-context.ts';
import { useRow, useRun } from '../boards/index.ts';
import type { MenuAction } from '../ui/menu-model.ts';
import { useAssignees } from './use-assignees.ts';
import { usePriorityChoices, useStatusChoices } from './use-field-choices.ts';
import { useTaskActions } from './use-task-actions.ts';

const none = (): undefined => undefined;

/** What the menu of a card sets without opening the task. */
export function useFieldActions(task: Task): readonly MenuAction[] {
  const { t } = useLingui();
  const statuses = useStatusChoices(task);
  const priorities = usePriorityChoices(task);
  const { set } = useTaskActions();
  const me = useAssignToMe(task);
  return [
    { id: 'status', label: t`Status`, icon: CircleDot, choices: statuses, run: none },
    { id: 'priority', label: t`Priority`, icon: Flag, choices: priorities, run: none },
    ...me,
    { id: 'people', label: t`People…`, icon: Users, shortcut: 'a', run: () => set(task.id, 'people') },
    { id: 'due', label: t`Due date…`, icon: Calendar, shortcut: 'd', run: () => set(task.id, 'due') },
    { id: 'tags', label: t`Tags…`, icon: Tag, shortcut: 'l', run: () => set(task.id, 'tags') },
  ];
}

function useAssignToMe(task: Task): readonly MenuAction[] {
  const { t } = useLingui();
  const run = useRun();
  const user = useSession().user.id as UserId;
  const me = useRow(members, user);
  const isMine = useAssignees(task.id).some(({ id }) => id === user);
  if (me === undefined || !isAssignable(me)) return [];
  const args = { id: task.id as TaskId, user };
  return [
    isMine
      ? { id: 'me', label: t`Take me off`, icon: UserMinus, run: () => run('task.unassign', args) }
      : { id: 'me', label: t`Assign to me`, icon: UserPlus, run: () => run('task.assign', args) },
  ];
}
