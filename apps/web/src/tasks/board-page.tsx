import { useLingui } from '@lingui/react/macro';
import { useNavigate } from '@tanstack/react-router';
import { useState } from 'react';
import type { Store } from '@talka/domain/kernel';
import { assigneesOf, tagsOf, tasks } from '@talka/domain/tasks';
import { useTitle } from '../app/use-title.ts';
import {
  BoardHeader,
  BoardViewContext,
  ColumnsRow,
  createBoardView,
  OpenBoard,
  useBoard,
  useBoardSession,
  useRow,
} from '../boards/index.ts';
import { LiftProvider } from '../ui/lift/lift-provider.tsx';
import styles from './board-page.module.css';
import { BoardKeys } from './board-keys.tsx';
import { estimateCard, type CardLinks } from './estimate-card.ts';
import { FieldPopup } from './field-popup.tsx';
import { MoveTaskDialog } from './move-task-dialog.tsx';
import { TaskColumn } from './task-column.tsx';
import { TaskPanel } from './task-panel.tsx';
import { useBoardLift } from './use-board-lift.ts';

interface BoardPageProps {
  readonly boardId: string;
  readonly taskId: string | null;
}

/** A task board, with one of its tasks opened over it or none. */
export function BoardPage({ boardId, taskId }: BoardPageProps) {
  return (
    <OpenBoard boardId={boardId}>
      <BoardScreen boardId={boardId} taskId={taskId} />
    </OpenBoard>
  );
}

function BoardScreen({ boardId, taskId }: BoardPageProps) {
  const { store } = useBoardSession().replica;
  const [view] = useState(() => createBoardView((id) => estimateCard(store.get(tasks, id), linksOf(store, id))));
  const lift = useBoardLift();
  const navigate = useNavigate();
  const close = () => void navigate({ to: '/b/$boardId', params: { boardId } });
  return (
    <BoardViewContext value={view}>
      <LiftProvider lift={lift}>
        <PageTitle taskId={taskId} />
        <BoardKeys>
          <BoardHeader />
          <div className={styles.columns}>
            <ColumnsRow renderColumn={renderColumn} />
          </div>
        </BoardKeys>
        {taskId !== null && <TaskPanel key={taskId} taskId={taskId} onClose={close} />}
        <MoveTaskDialog />
        <FieldPopup />
      </LiftProvider>
    </BoardViewContext>
  );
}

/** The browser's tab is called as the open task is, else as the board. */
function PageTitle({ taskId }: Pick<BoardPageProps, 'taskId'>) {
  const { t } = useLingui();
  const board = useBoard();
  const task = useRow(tasks, taskId ?? '');
  useTitle(task?.title ?? board?.name ?? t`Board`);
  return null;
}

function linksOf(store: Store, id: string): CardLinks {
  return { tags: tagsOf(store, id).map(({ name }) => name), people: assigneesOf(store, id).length };
}

function renderColumn(columnId: string, tabIndex: 0 | -1) {
  return <TaskColumn columnId={columnId} tabIndex={tabIndex} />;
}
