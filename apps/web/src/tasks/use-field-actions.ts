import { useLingui } from '@lingui/react/macro';
import type { Task } from '@talka/domain/tasks';
import { CircleDot, Flag } from 'lucide-react';
import type { MenuAction } from '../ui/menu-model.ts';
import { usePriorityChoices, useStatusChoices } from './use-field-choices.ts';

/** What the menu of a card sets without opening the task. */
export function useFieldActions(task: Task): readonly MenuAction[] {
  const { t } = useLingui();
  const statuses = useStatusChoices(task);
  const priorities = usePriorityChoices(task);
  const none = () => undefined;
  return [
    { id: 'status', label: t`Status`, icon: CircleDot, shortcut: 's', choices: statuses, run: none },
    { id: 'priority', label: t`Priority`, icon: Flag, shortcut: 'p', choices: priorities, run: none },
  ];
}
