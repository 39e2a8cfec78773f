import { useLingui } from '@lingui/react/macro';
import type { Task } from '@talka/domain/tasks';
import { ArrowRightLeft, Ellipsis, PanelRightOpen, Pencil, Trash2, Undo2 } from 'lucide-react';
import { useCan } from '../boards/index.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuAction, MenuGroup } from '../ui/menu-model.ts';
import { useEditable } from './use-editable.ts';
import { useFieldActions } from './use-field-actions.ts';
import { useOpenTask } from './use-open-task.ts';
import { useTaskActions } from './use-task-actions.ts';

interface TaskMenuProps {
  readonly task: Task;
  readonly className?: string | undefined;
}

/** Everything that can be done with a task, one press away. */
export function TaskMenu({ task, className }: TaskMenuProps) {
  const { t } = useLingui();
  const groups = useTaskGroups(task);
  return (
    <MenuButton
      label={t`Actions of “${task.title}”`}
      icon={Ellipsis}
      groups={groups}
      {...(className && { className })}
    />
  );
}

function useTaskGroups(task: Task): readonly MenuGroup[] {
  const { t } = useLingui();
  const open = useOpenTask();
  const actions = useTaskActions();
  const canEdit = useCan('edit-tasks');
  const isEditable = useEditable(task);
  const fields = useFieldActions(task);
  const look: MenuAction = {
    id: 'open',
    label: t`Open`,
    icon: PanelRightOpen,
    shortcut: 'enter',
    run: () => open(task.id),
  };
  if (!canEdit) return [{ id: 'look', actions: [look] }];
  const isTrashed = task.trashedAt !== null;
  const rename = { id: 'rename', label: t`Rename`, icon: Pencil, shortcut: 'e', run: () => actions.rename(task.id) };
  const move = {
    id: 'move',
    label: t`Move to…`,
    icon: ArrowRightLeft,
    shortcut: 'm',
    run: () => actions.move(task.id),
  };
  const end: MenuAction = isTrashed
    ? { id: 'restore', label: t`Restore`, icon: Undo2, run: () => actions.restore(task.id) }
    : {
        id: 'trash',
        label: t`Move to Trash`,
        icon: Trash2,
        shortcut: 'delete',
        isDanger: true,
        run: () => actions.trash(task.id),
      };
  return [
    { id: 'look', actions: isEditable ? [look, rename, move] : [look, move] },
    ...(isEditable ? [{ id: 'fields', actions: fields }] : []),
    { id: 'end', actions: [end] },
  ];
}
