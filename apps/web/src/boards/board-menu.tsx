import { useLingui } from '@lingui/react/macro';
import { Ellipsis, LogOut, Pencil, Redo2, Trash2, Undo2 } from 'lucide-react';
import { useState } from 'react';
import { useShortcuts } from '../app/use-shortcuts.ts';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuAction, MenuGroup } from '../ui/menu-model.ts';
import { useBoardSession, useCan } from './board-context.ts';
import { useBoardView, useDoing } from './board-view.ts';
import { LeaveBoardDialog } from './leave-board-dialog.tsx';
import { useUndo } from './use-undo.ts';

/** What can be done with the board as a whole. */
export function BoardMenu() {
  const { t } = useLingui();
  const [leaves, setLeaves] = useState(false);
  const canLeave = useCan('leave-board');
  const groups = useBoardGroups();
  const leave: MenuAction = {
    id: 'leave',
    label: t`Leave board`,
    icon: LogOut,
    isDanger: true,
    run: () => setLeaves(true),
  };
  return (
    <>
      <MenuButton
        label={t`Board actions`}
        icon={Ellipsis}
        groups={canLeave ? [...groups, { id: 'end', actions: [leave] }] : groups}
        placement="bottom end"
      />
      <LeaveBoardDialog isOpen={leaves} onClose={() => setLeaves(false)} />
    </>
  );
}

function useBoardGroups(): readonly MenuGroup[] {
  const { t } = useLingui();
  const view = useBoardView();
  const { showsTrash } = useDoing();
  const { boardId } = useBoardSession();
  const canEdit = useCan('edit-board');
  const { undo, redo } = useUndo();
  const toggleTrash = () => view.change({ showsTrash: !showsTrash });
  useShortcuts([{ keys: 't', label: t`Show or hide Trash`, scope: t`Board`, run: toggleTrash }]);
  const rename: MenuAction = {
    id: 'rename',
    label: t`Rename board`,
    icon: Pencil,
    run: () => view.change({ renaming: boardId }),
  };
  const trash: MenuAction = {
    id: 'trash',
    label: showsTrash ? t`Hide Trash` : t`Show Trash`,
    icon: Trash2,
    shortcut: 't',
    run: toggleTrash,
  };
  const turns: readonly MenuAction[] = [
    { id: 'undo', label: t`Undo`, icon: Undo2, shortcut: 'mod+z', run: undo },
    { id: 'redo', label: t`Do again`, icon: Redo2, shortcut: 'mod+shift+z', run: redo },
  ];
  return [
    { id: 'back', actions: turns },
    { id: 'do', actions: canEdit ? [rename, trash] : [trash] },
  ];
}
