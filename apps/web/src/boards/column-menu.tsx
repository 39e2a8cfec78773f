import { useLingui } from '@lingui/react/macro';
import { columns, type Column } from '@talka/domain/boards';
import type { ColumnId } from '@talka/domain/kernel';
import { ArrowLeft, ArrowRight, Ellipsis, Pencil, Plus, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { MenuButton } from '../ui/menu-button.tsx';
import type { MenuAction, MenuGroup } from '../ui/menu-model.ts';
import { useBoardSession, useIds } from './board-context.ts';
import { useBoardView } from './board-view.ts';
import { newId } from '../app/new-id.ts';
import { DeleteColumnDialog } from './delete-column-dialog.tsx';
import { useRun, type Run } from './use-run.ts';

/** What a Board Admin can do with a column. */
export function ColumnMenu({ column }: { readonly column: Column }) {
  const { t } = useLingui();
  const [deletes, setDeletes] = useState(false);
  const groups = useColumnGroups(column, () => setDeletes(true));
  if (groups.length === 0) return null;
  return (
    <>
      <MenuButton label={t`Column actions`} icon={Ellipsis} groups={groups} placement="bottom end" />
      <DeleteColumnDialog column={column} isOpen={deletes} onClose={() => setDeletes(false)} />
    </>
  );
}

function useColumnGroups(column: Column, onDelete: () => void): readonly MenuGroup[] {
  const { t } = useLingui();
  const view = useBoardView();
  const run = useRun();
  const neighbours = useNeighbours(column);
  if (column.kind === 'trash') return [];
  const rename: MenuAction = {
    id: 'rename',
    label: t`Rename column`,
    icon: Pencil,
    run: () => view.change({ renaming: column.id }),
  };
  if (column.kind === 'done') return [{ id: 'name', actions: [rename] }];
  const add = (id: string, label: string, after: ColumnId | null): MenuAction => ({
    id,
    label,
    icon: Plus,
    run: () => addColumnAt(run, view.change, { name: t`New column`, after }),
  });
  const remove: MenuAction = { id: 'delete', label: t`Delete column…`, icon: Trash2, isDanger: true, run: onDelete };
  return [
    { id: 'name', actions: [rename] },
    {
      id: 'add',
      actions: [
        add('add-before', t`Add column before`, neighbours.before),
        add('add-after', t`Add column after`, column.id as ColumnId),
      ],
    },
    { id: 'move', actions: moveActions(column, neighbours, run, [t`Move back`, t`Move on`]) },
    { id: 'end', actions: [remove] },
  ];
}

interface Neighbours {
  readonly before: ColumnId | null;
  /** What stands two before; where this column goes when it moves back. */
  readonly beforeThat: ColumnId | null;
  readonly after: ColumnId | null;
}

function useNeighbours(column: Column): Neighbours {
  const { store } = useBoardSession().replica;
  const ids = useIds(columns);
  const stages = ids.filter((id) => store.get(columns, id)?.kind === 'stage') as ColumnId[];
  const at = stages.indexOf(column.id as ColumnId);
  return {
    before: stages[at - 1] ?? null,
    beforeThat: stages[at - 2] ?? null,
    after: stages[at + 1] ?? null,
  };
}

function moveActions(
  column: Column,
  { before, beforeThat, after }: Neighbours,
  run: Run,
  [back, on]: readonly [string, string],
): readonly MenuAction[] {
  const id = column.id as ColumnId;
  const isRightToLeft = document.documentElement.dir === 'rtl';
  return [
    {
      id: 'back',
      label: back,
      icon: isRightToLeft ? ArrowRight : ArrowLeft,
      isDisabled: before === null,
      run: () => run('column.move', { id, after: beforeThat }),
    },
    {
      id: 'on',
      label: on,
      icon: isRightToLeft ? ArrowLeft : ArrowRight,
      isDisabled: after === null,
      run: () => run('column.move', { id, after }),
    },
  ];
}

/** Adds a column and opens its name for editing. */
function addColumnAt(
  run: Run,
  change: ReturnType<typeof useBoardView>['change'],
  { name, after }: { readonly name: string; readonly after: ColumnId | null },
): void {
  const id = newId() as ColumnId;
  if (run('column.add', { id, name, after })) change({ renaming: id });
}
