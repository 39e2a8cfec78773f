import { useLingui } from '@lingui/react/macro';
import type { Column } from '@talka/domain/boards';
import { LIMITS } from '@talka/domain/kernel';
import { Plus } from 'lucide-react';
import { useRef, type ReactNode, type RefObject } from 'react';
import { IconButton } from '../ui/icon-button.tsx';
import { InlineEdit } from '../ui/inline-edit.tsx';
import { useCan, useColumn } from './board-context.ts';
import { useBoardView, useDoing } from './board-view.ts';
import styles from './column-frame.module.css';
import { ColumnMenu } from './column-menu.tsx';
import { columnName } from './column-name.ts';
import { useRun } from './use-run.ts';

interface ColumnFrameProps {
  readonly columnId: string;
  readonly tabIndex: 0 | -1;
  /** How many tasks stand in it. */
  readonly count: number;
  /** Its tasks; given the element that counts as the column for a drag. */
  readonly children: (area: RefObject<HTMLElement | null>) => ReactNode;
}

/** A column: its head, and what stands in it. */
export function ColumnFrame({ columnId, count, children }: ColumnFrameProps) {
  const column = useColumn(columnId);
  const area = useRef<HTMLElement>(null);
  if (column === undefined) return null;
  const titleId = `column-${columnId}`;
  return (
    <section ref={area} className={styles.column} aria-labelledby={titleId} data-kind={column.kind}>
      <ColumnHead column={column} count={count} titleId={titleId} />
      {children(area)}
    </section>
  );
}

interface ColumnHeadProps {
  readonly column: Column;
  readonly count: number;
  readonly titleId: string;
}

function ColumnHead({ column, count, titleId }: ColumnHeadProps) {
  const { t } = useLingui();
  const view = useBoardView();
  const canAdd = useCan('edit-tasks') && column.kind !== 'trash';
  const canEdit = useCan('edit-board');
  const isHandle = canEdit && column.kind === 'stage';
  const add = () => view.change({ adding: { columnId: column.id, at: 'top' } });
  return (
    <header className={styles.head} {...(isHandle && { 'data-column-handle': true })}>
      <h2 id={titleId} className={styles.name}>
        <ColumnName column={column} canEdit={canEdit && column.kind !== 'trash'} />
      </h2>
      <span className={styles.count}>
        <bdi>{count}</bdi>
      </span>
      {canAdd && <IconButton icon={Plus} label={t`Add task on top`} className={styles.button} onPress={add} />}
      {canEdit && <ColumnMenu column={column} />}
    </header>
  );
}

function ColumnName({ column, canEdit }: { readonly column: Column; readonly canEdit: boolean }) {
  const { t } = useLingui();
  const view = useBoardView();
  const isRenaming = useDoing().renaming === column.id;
  const run = useRun();
  if (!isRenaming) return <span dir="auto">{columnName(column)}</span>;
  return (
    <InlineEdit
      value={columnName(column)}
      label={t`Rename column`}
      maxLength={LIMITS.columnName}
      isDisabled={!canEdit}
      isEditing
      onEditingChange={(isEditing) => isEditing || view.change({ renaming: null })}
      onSave={(name) => run('column.rename', { id: column.id as never, name })}
    />
  );
}
