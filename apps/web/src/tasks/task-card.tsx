import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { LIMITS, type TaskId } from '@talka/domain/kernel';
import { tasks, type Task } from '@talka/domain/tasks';
import { memo, useId, type MouseEvent } from 'react';
import { useBoardSession, useBoardView, useDoing, useRow, useRun } from '../boards/index.ts';
import { PriorityFlag } from './priority-flag.tsx';
import styles from './task-card.module.css';
import { TaskMenu } from './task-menu.tsx';
import { TaskMeta } from './task-meta.tsx';
import { TaskTags } from './task-tags.tsx';
import { TitleEditor } from './title-editor.tsx';
import { useOpenTask } from './use-open-task.ts';

interface TaskCardProps {
  readonly taskId: string;
  readonly tabIndex: 0 | -1;
}

/** The face of a task on its board. */
export const TaskCard = memo(function TaskCard({ taskId, tabIndex }: TaskCardProps) {
  const { t } = useLingui();
  const task = useRow(tasks, taskId);
  const open = useOpenTask();
  const metaId = useId();
  const isRenaming = useDoing().renaming === taskId;
  if (task === undefined) return <div className={styles.card} tabIndex={tabIndex} />;
  return (
    // The card opens by mouse anywhere on it; by keyboard through its own keys, and its title is a link.
    // oxlint-disable-next-line jsx-a11y/click-events-have-key-events, jsx-a11y/no-noninteractive-element-interactions
    <div
      className={styles.card}
      tabIndex={tabIndex}
      role="group"
      aria-roledescription={t`task`}
      aria-label={task.title}
      aria-describedby={metaId}
      data-task={taskId}
      onClick={(event) => isOwnClick(event.target) && open(taskId)}
    >
      <TaskTags taskId={taskId} />
      {isRenaming ? <RenameTask task={task} /> : <TaskTitle task={task} />}
      <TaskMeta task={task} id={metaId} />
      {!isRenaming && <TaskMenu task={task} className={styles.menu} />}
    </div>
  );
});

/** Buttons, links and fields inside the card mean themselves. */
function isOwnClick(target: EventTarget): boolean {
  return target instanceof Element && target.closest('a, button, textarea, [role="menu"]') === null;
}

function TaskTitle({ task }: { readonly task: Task }) {
  const { boardId } = useBoardSession();
  return (
    <Link
      to="/b/$boardId/t/$taskId"
      params={{ boardId, taskId: task.id }}
      className={styles.title}
      {...(task.priority !== 'normal' && { 'data-flagged': true })}
      tabIndex={-1}
      draggable={false}
      onMouseDown={focusCard}
      preload={false}
      dir="auto"
    >
      <PriorityFlag priority={task.priority} />
      {task.title}
    </Link>
  );
}

/** The focus belongs to the card, whose keys then work; the link is for its address. */
function focusCard(event: MouseEvent<HTMLAnchorElement>): void {
  event.preventDefault();
  event.currentTarget.closest<HTMLElement>('[data-task]')?.focus({ preventScroll: true });
}

function RenameTask({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const view = useBoardView();
  const run = useRun();
  return (
    <TitleEditor
      value={task.title}
      label={t`Title of the task`}
      maxLength={LIMITS.taskTitle}
      className={styles.title}
      onSave={(title) => run('task.rename', { id: task.id as TaskId, title })}
      onClose={(byKey) => {
        view.change({ renaming: null });
        if (byKey) view.listOf(task.columnId).focus.to(task.id);
      }}
    />
  );
}
