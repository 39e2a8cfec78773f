import { useLingui } from '@lingui/react/macro';
import type { Task } from '@talka/domain/tasks';
import { MenuButton } from '../ui/menu-button.tsx';
import { PriorityFlag } from './priority-flag.tsx';
import { priorityName, statusName } from './status-name.ts';
import styles from './task-fields.module.css';
import { TaskStatus } from './task-status.tsx';
import { usePriorityChoices, useStatusChoices } from './use-field-choices.ts';

interface FieldProps {
  readonly task: Task;
  readonly isEditable: boolean;
}

export function StatusField({ task, isEditable }: FieldProps) {
  const { t } = useLingui();
  const choices = useStatusChoices(task);
  const face = <TaskStatus status={task.status} />;
  if (!isEditable) return face;
  return (
    <MenuButton
      label={t`Status: ${statusName(task.status)}`}
      groups={[{ id: 'status', actions: choices }]}
      className={styles.button}
    >
      {face}
    </MenuButton>
  );
}

export function PriorityField({ task, isEditable }: FieldProps) {
  const { t } = useLingui();
  const choices = usePriorityChoices(task);
  const face = (
    <span>
      <PriorityFlag priority={task.priority} isDecoration />
      {priorityName(task.priority)}
    </span>
  );
  if (!isEditable) return face;
  return (
    <MenuButton
      label={t`Priority: ${priorityName(task.priority)}`}
      groups={[{ id: 'priority', actions: choices }]}
      className={styles.button}
    >
      {face}
    </MenuButton>
  );
}
