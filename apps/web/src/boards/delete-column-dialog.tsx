import { Plural, Trans, useLingui } from '@lingui/react/macro';
import { columns, type Column } from '@talka/domain/boards';
import type { ColumnId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { useState } from 'react';
import { Button } from '../ui/button.tsx';
import { DialogBody, DialogFooter } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { useBoardSession, useIds } from './board-context.ts';
import { columnName } from './column-name.ts';
import { useRun } from './use-run.ts';

interface DeleteColumnDialogProps {
  readonly column: Column;
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Asks where a column's tasks go; Trash by default. */
export function DeleteColumnDialog({ column, isOpen, onClose }: DeleteColumnDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Delete “${column.name}”?`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`} width="narrow">
      <DeleteColumn column={column} onClose={onClose} />
    </Dialog>
  );
}

function DeleteColumn({ column, onClose }: Pick<DeleteColumnDialogProps, 'column' | 'onClose'>) {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const run = useRun();
  const count = useIds(tasks, column.id).length;
  const ids = useIds(columns);
  const others = ids.flatMap((id) => store.get(columns, id) ?? []).filter(({ id }) => id !== column.id);
  const trash = others.find(({ kind }) => kind === 'trash');
  const [target, setTarget] = useState(trash?.id ?? '');
  const remove = () => {
    run('column.delete', { id: column.id as ColumnId, to: target as ColumnId });
    onClose();
  };
  return (
    <>
      <DialogBody>
        {count === 0 ? (
          <p>
            <Trans>There are no tasks in it.</Trans>
          </p>
        ) : (
          <Select
            label={t`Where should its tasks go?`}
            hint={t`They keep their order and everything in them.`}
            options={others.map((each) => ({ value: each.id, label: columnName(each) }))}
            value={target}
            onChange={setTarget}
          />
        )}
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose}>{t`Cancel`}</Button>
        <Button tone="danger" onPress={remove}>
          {count === 0 ? (
            t`Delete column`
          ) : (
            <Plural value={count} one="Delete column and move # task" other="Delete column and move # tasks" />
          )}
        </Button>
      </DialogFooter>
    </>
  );
}
