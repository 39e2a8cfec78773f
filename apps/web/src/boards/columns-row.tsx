import { useLingui } from '@lingui/react/macro';
import { columns } from '@talka/domain/boards';
import { useCallback, useMemo, type ReactNode } from 'react';
import { useLiftList } from '../ui/lift/use-lift-list.ts';
import { VirtualList } from '../ui/list/virtual-list.tsx';
import { AddColumn } from './add-column.tsx';
import { useBoardSession, useCan, useIds } from './board-context.ts';
import { useBoardView, useDoing } from './board-view.ts';
import styles from './columns-row.module.css';

interface ColumnsRowProps {
  /** Keep the same function between renders. */
  readonly renderColumn: (columnId: string, tabIndex: 0 | -1) => ReactNode;
}

/** The board's columns side by side, only those in or near the view rendered. */
export function ColumnsRow({ renderColumn }: ColumnsRowProps) {
  const { t } = useLingui();
  const session = useBoardSession();
  const view = useBoardView();
  const { showsTrash } = useDoing();
  const all = useIds(columns);
  const canEdit = useCan('edit-board');
  const isTrash = useCallback((id: string) => session.replica.store.get(columns, id)?.kind === 'trash', [session]);
  const shown = useMemo(() => (showsTrash ? all : all.filter((id) => !isTrash(id))), [all, showsTrash, isTrash]);
  const scrollerRef = useLiftList({ id: 'columns', kind: 'column', list: view.row, handle: '[data-column-handle]' });
  return (
    <VirtualList
      list={view.row}
      items={shown}
      renderItem={renderColumn}
      label={t`Columns`}
      className={styles.row}
      trackClassName={styles.track}
      scrollerRef={scrollerRef}
      after={canEdit ? <AddColumn /> : null}
    />
  );
}
