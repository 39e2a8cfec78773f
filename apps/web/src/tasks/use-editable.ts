import type { Task } from '@talka/domain/tasks';
import { useCan, useColumn } from '../boards/index.ts';

/** May this person change what the task says? Nobody may while it is in Done or Trash. */
export function useEditable(task: Task): boolean {
  const canEdit = useCan('edit-tasks');
  const kind = useColumn(task.columnId)?.kind;
  return canEdit && kind === 'stage';
}
