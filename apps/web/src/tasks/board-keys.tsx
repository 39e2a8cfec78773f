import { useLingui } from '@lingui/react/macro';
import { columns } from '@talka/domain/boards';
import { tasks } from '@talka/domain/tasks';
import type { KeyboardEvent, ReactNode } from 'react';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { useBoardSession, useBoardView, useCan, type SettableField } from '../boards/index.ts';
import { useOpenTask } from './use-open-task.ts';
import { useTaskActions } from './use-task-actions.ts';

/** The keys of a board: those of the card that has the focus, and the arrows between columns. */
export function BoardKeys({ children }: { readonly children: ReactNode }) {
  useListedKeys();
  const onCardKey = useCardKeys();
  const onKeyDown = (event: KeyboardEvent) => {
    const card = event.target instanceof HTMLElement ? event.target.closest<HTMLElement>('[data-task]') : null;
    const isPlain = !event.metaKey && !event.ctrlKey && !event.altKey && !event.defaultPrevented;
    if (card === null || card !== event.target || !isPlain) return;
    if (onCardKey(card.dataset['task'] ?? '', event.key)) {
      event.preventDefault();
      event.stopPropagation();
    }
  };
  return (
    // Keys of the cards inside, taken once for all of them.
    // oxlint-disable-next-line jsx-a11y/no-static-element-interactions
    <div style={{ display: 'contents' }} onKeyDown={onKeyDown}>
      {children}
    </div>
  );
}

const FIELDS: ReadonlyMap<string, SettableField> = new Map([
  ['s', 'status'],
  ['p', 'priority'],
  ['a', 'people'],
  ['l', 'tags'],
  ['d', 'due'],
] as const);

/** Answers whether the key meant something on this card. */
function useCardKeys(): (taskId: string, key: string) => boolean {
  const open = useOpenTask();
  const actions = useTaskActions();
  const canEdit = useCan('edit-tasks');
  const step = useColumnStep();
  return (taskId, key) => {
    const field = FIELDS.get(key);
    if (field !== undefined) {
      if (canEdit) actions.set(taskId, field);
      return canEdit;
    }
    switch (key) {
      case 'Enter':
        open(taskId);
        return true;
      case 'ArrowLeft':
      case 'ArrowRight':
        return step(taskId, key);
      case 'e':
      case 'F2':
        if (canEdit) actions.rename(taskId);
        return canEdit;
      case 'm':
        if (canEdit) actions.move(taskId);
        return canEdit;
      case 'Delete':
      case 'Backspace':
        if (canEdit) actions.trash(taskId);
        return canEdit;
      default:
        return false;
    }
  };
}

/** Moves the focus to the card at the same height of the next column that has any. */
function useColumnStep(): (taskId: string, key: 'ArrowLeft' | 'ArrowRight') => boolean {
  const { store } = useBoardSession().replica;
  const view = useBoardView();
  return (taskId, key) => {
    const task = store.get(tasks, taskId);
    if (task === undefined) return false;
    const isMirrored = document.documentElement.dir === 'rtl';
    const direction = (key === 'ArrowRight') === isMirrored ? -1 : 1;
    const isTrash = (id: string) => store.get(columns, id)?.kind === 'trash';
    const shown = store.list(columns).filter((id) => view.doing.get().showsTrash || !isTrash(id));
    const height = store.list(tasks, task.columnId).indexOf(taskId);
    for (let at = shown.indexOf(task.columnId) + direction; at >= 0 && at < shown.length; at += direction) {
      const columnId = shown[at] ?? '';
      const ids = store.list(tasks, columnId);
      const target = ids[Math.min(height, ids.length - 1)];
      if (target === undefined) continue;
      view.row.scrollToId(columnId);
      requestAnimationFrame(() => view.listOf(columnId).focus.to(target));
      return true;
    }
    return true;
  };
}

/** Keys that stand in the sheet of keys; `n` opens a field, the others are the card's own. */
function useListedKeys(): void {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const view = useBoardView();
  const canEdit = useCan('edit-tasks');
  const scope = t`Board`;
  const add = () => {
    const focused = document.activeElement?.closest<HTMLElement>('[data-task]')?.dataset['task'];
    const columnId = (focused && store.get(tasks, focused)?.columnId) ?? store.list(columns)[0];
    if (columnId !== undefined && columnId !== '') view.change({ adding: { columnId, at: 'end' } });
  };
  const look = [
    { keys: 'enter', label: t`Open the task`, scope },
    { keys: 'arrowdown', label: t`Go from card to card`, scope },
  ];
  const edit = [
    { keys: 'n', label: t`Add a task`, scope, run: add },
    { keys: 'space', label: t`Lift the card, then arrows, then Space again`, scope },
    { keys: 'e', label: t`Rename the task`, scope },
    { keys: 'm', label: t`Move the task to…`, scope },
    { keys: 's', label: t`Set the status`, scope },
    { keys: 'p', label: t`Set the priority`, scope },
    { keys: 'a', label: t`Choose the people`, scope },
    { keys: 'd', label: t`Set the due date`, scope },
    { keys: 'l', label: t`Choose the tags`, scope },
    { keys: 'delete', label: t`Move the task to Trash`, scope },
  ];
  useShortcuts(canEdit ? [...edit, ...look] : look);
}
