import { useLingui } from '@lingui/react/macro';
import { tasks } from '@talka/domain/tasks';
import { useEffect, type RefObject } from 'react';
import { ColumnFrame, columnName, useBoardView, useCan, useColumn, useDoing, useIds } from '../boards/index.ts';
import { useLiftList } from '../ui/lift/use-lift-list.ts';
import { VirtualList } from '../ui/list/virtual-list.tsx';
import { AddTask } from './add-task.tsx';
import { TaskCard } from './task-card.tsx';
import styles from './task-column.module.css';

interface TaskColumnProps {
  readonly columnId: string;
  readonly tabIndex: 0 | -1;
}

/** A column with its cards. */
export function TaskColumn({ columnId, tabIndex }: TaskColumnProps) {
  const ids = useIds(tasks, columnId);
  return (
    <ColumnFrame columnId={columnId} tabIndex={tabIndex} count={ids.length}>
      {(area) => <TaskList columnId={columnId} ids={ids} area={area} />}
    </ColumnFrame>
  );
}

interface TaskListProps {
  readonly columnId: string;
  readonly ids: readonly string[];
  readonly area: RefObject<HTMLElement | null>;
}

function TaskList({ columnId, ids, area }: TaskListProps) {
  const { t } = useLingui();
  const column = useColumn(columnId);
  const list = useBoardView().listOf(columnId);
  const canEdit = useCan('edit-tasks');
  const adding = useDoing().adding;
  const addsHere = adding?.columnId === columnId ? adding.at : null;
  const scrollerRef = useLiftList({ id: columnId, kind: 'task', list, area });
  const canAdd = canEdit && column?.kind !== 'trash';
  useShownEnd({ list, ids, isAdding: addsHere === 'end' });
  return (
    <>
      {canAdd && addsHere === 'top' && <AddTask columnId={columnId} at="top" />}
      <VirtualList
        list={list}
        items={ids}
        renderItem={renderCard}
        label={column === undefined ? '' : t`Tasks in ${columnName(column)}`}
        className={styles.list}
        scrollerRef={scrollerRef}
        after={ids.length === 0 ? <EmptyColumn kind={column?.kind ?? 'stage'} canAdd={canAdd} /> : null}
      />
      {canAdd && <AddTask columnId={columnId} at="end" />}
    </>
  );
}

/** What was just added at the end is seen. */
function useShownEnd(shown: {
  readonly list: ReturnType<ReturnType<typeof useBoardView>['listOf']>;
  readonly ids: readonly string[];
  readonly isAdding: boolean;
}): void {
  const { list, ids, isAdding } = shown;
  const last = ids.at(-1);
  useEffect(() => {
    if (isAdding && last !== undefined) list.scrollToId(last);
  }, [list, last, isAdding]);
}

function EmptyColumn({ kind, canAdd }: { readonly kind: string; readonly canAdd: boolean }) {
  const { t } = useLingui();
  if (kind === 'trash')
    return <p className={styles.empty}>{t`Nothing in Trash. What you move here can be restored.`}</p>;
  if (kind === 'done') return <p className={styles.empty}>{t`Finished tasks come here.`}</p>;
  return <p className={styles.empty}>{canAdd ? t`Drag tasks here, or add one below.` : t`No tasks here yet.`}</p>;
}

function renderCard(taskId: string, tabIndex: 0 | -1) {
  return <TaskCard taskId={taskId} tabIndex={tabIndex} />;
}
