import { Trans, useLingui } from '@lingui/react/macro';
import { columns } from '@talka/domain/boards';
import type { ColumnId, TaskId } from '@talka/domain/kernel';
import { tasks, type Task } from '@talka/domain/tasks';
import { useState } from 'react';
import { columnName, useBoardSession, useBoardView, useDoing, useIds, useRow, useRun } from '../boards/index.ts';
import { Button } from '../ui/button.tsx';
import { DialogBody, DialogFooter } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { Select } from '../ui/select.tsx';
import { showToast } from '../ui/toast-queue.ts';
import styles from './move-task-dialog.module.css';

/** "Move to…": the way to move a task without dragging. */
export function MoveTaskDialog() {
  const { t } = useLingui();
  const view = useBoardView();
  const { moving } = useDoing();
  const task = useRow(tasks, moving ?? '');
  const close = () => view.change({ moving: null });
  return (
    <Dialog title={t`Move task`} isOpen={task !== undefined} onClose={close} closeLabel={t`Close`} width="narrow">
      {task !== undefined && <MoveTask key={task.id} task={task} onClose={close} />}
    </Dialog>
  );
}

function MoveTask({ task, onClose }: { readonly task: Task; readonly onClose: () => void }) {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const view = useBoardView();
  const run = useRun();
  const all = useIds(columns).flatMap((id) => store.get(columns, id) ?? []);
  const [columnId, setColumnId] = useState(task.columnId);
  const [end, setEnd] = useState<'top' | 'bottom'>('top');
  const target = all.find(({ id }) => id === columnId);
  const move = () => {
    const others = store.list(tasks, columnId).filter((id) => id !== task.id);
    const after = end === 'top' ? null : (others.at(-1) ?? null);
    const moved = run('task.move', {
      id: task.id as TaskId,
      column: columnId as ColumnId,
      after: after as TaskId | null,
    });
    onClose();
    if (!moved || target === undefined) return;
    showToast(t`Moved to ${columnName(target)}.`);
    requestAnimationFrame(() => view.listOf(columnId).focus.to(task.id));
  };
  return (
    <>
      <DialogBody>
        <p className={styles.title} dir="auto">
          {task.title}
        </p>
        <div className={styles.fields}>
          <Select
            label={t`Column`}
            options={all.map((column) => ({ value: column.id, label: columnName(column) }))}
            value={columnId}
            onChange={setColumnId}
          />
          <Select
            label={t`Place`}
            options={[
              { value: 'top', label: t`Top` },
              { value: 'bottom', label: t`Bottom` },
            ]}
            value={end}
            onChange={setEnd}
          />
        </div>
      </DialogBody>
      <DialogFooter>
        <Button onPress={onClose}>
          <Trans>Cancel</Trans>
        </Button>
        <Button tone="primary" onPress={move}>
          <Trans>Move</Trans>
        </Button>
      </DialogFooter>
    </>
  );
}
