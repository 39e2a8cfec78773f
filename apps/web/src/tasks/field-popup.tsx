import { useLingui } from '@lingui/react/macro';
import { tasks, type Task } from '@talka/domain/tasks';
import { Suspense, useRef } from 'react';
import { useBoardView, useDoing, useRow, type SettableField } from '../boards/index.ts';
import { Menu } from '../ui/menu.tsx';
import { Popover } from '../ui/popover.tsx';
import { DuePicker, PeoplePicker, TagPicker } from './pickers.ts';
import { usePriorityChoices, useStatusChoices } from './use-field-choices.ts';

/** A field of a card, being set by a key or from its menu without opening the task; hangs on the card. */
export function FieldPopup() {
  const { setting } = useDoing();
  const task = useRow(tasks, setting?.taskId ?? '');
  if (setting === null || task === undefined) return null;
  return <OpenField key={`${task.id} ${setting.field}`} task={task} field={setting.field} />;
}

function OpenField({ task, field }: { readonly task: Task; readonly field: SettableField }) {
  const { t } = useLingui();
  const view = useBoardView();
  const card = useRef(document.querySelector(`[data-task="${CSS.escape(task.id)}"]`));
  const close = () => view.change({ setting: null });
  const statuses = useStatusChoices(task);
  const priorities = usePriorityChoices(task);
  const hung = { isOpen: true, onOpenChange: close, triggerRef: card };
  switch (field) {
    case 'status':
      return <Menu {...hung} label={t`Status`} groups={[{ id: field, label: t`Status`, actions: statuses }]} />;
    case 'priority':
      return <Menu {...hung} label={t`Priority`} groups={[{ id: field, label: t`Priority`, actions: priorities }]} />;
    case 'people':
      return (
        <Popover {...hung} label={t`People of the task`}>
          <Suspense fallback={null}>
            <PeoplePicker task={task} />
          </Suspense>
        </Popover>
      );
    case 'tags':
      return (
        <Popover {...hung} label={t`Tags of the task`}>
          <Suspense fallback={null}>
            <TagPicker task={task} />
          </Suspense>
        </Popover>
      );
    case 'due':
      return (
        <Popover {...hung} label={t`Due date`}>
          <Suspense fallback={null}>
            <DuePicker task={task} onClose={close} />
          </Suspense>
        </Popover>
      );
  }
}
