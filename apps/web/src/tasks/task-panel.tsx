import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS, type TaskId } from '@talka/domain/kernel';
import { tasks, type Task } from '@talka/domain/tasks';
import { useState } from 'react';
import { columnName, useBoard, useCan, useColumn, useRow, useRun } from '../boards/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { TaskDescription } from './task-description.tsx';
import { TaskHistory } from './task-history.tsx';
import { TaskMenu } from './task-menu.tsx';
import styles from './task-panel.module.css';
import { TitleEditor } from './title-editor.tsx';
import { useTaskActions } from './use-task-actions.ts';
import { useTaskDetail } from './use-task-detail.ts';

interface TaskPanelProps {
  readonly taskId: string;
  readonly onClose: () => void;
}

/** A task opened over its board. */
export function TaskPanel({ taskId, onClose }: TaskPanelProps) {
  const { t } = useLingui();
  const task = useRow(tasks, taskId);
  return (
    <Panel
      label={task?.title ?? t`Task`}
      closeLabel={t`Close`}
      onClose={onClose}
      head={task === undefined ? null : <PanelHead task={task} />}
    >
      {task === undefined ? (
        <EmptyState title={t`This task isn't here`}>
          <Trans>It may have been deleted for good, or belongs to another board.</Trans>
        </EmptyState>
      ) : (
        <PanelBody task={task} />
      )}
    </Panel>
  );
}

function PanelHead({ task }: { readonly task: Task }) {
  const column = useColumn(task.columnId);
  return (
    <div className={styles.head}>
      <span className={styles.location} dir="auto">
        {column === undefined ? '' : columnName(column)}
      </span>
      <TaskMenu task={task} />
    </div>
  );
}

function PanelBody({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { text, history } = useTaskDetail(task.id);
  return (
    <div className={styles.body}>
      {task.trashedAt !== null && <TrashNote task={task} />}
      <PanelTitle task={task} />
      <Location task={task} />
      <TaskDescription taskId={task.id} text={text} />
      <section aria-label={t`History`} className={styles.history}>
        <h3 className={styles.heading}>{t`History`}</h3>
        <TaskHistory lines={history} />
      </section>
    </div>
  );
}

function TrashNote({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const canEdit = useCan('edit-tasks');
  const { restore } = useTaskActions();
  return (
    <div className={styles.note}>
      <Trans>This task is in Trash.</Trans>
      {canEdit && <Button size="small" onPress={() => restore(task.id)}>{t`Restore`}</Button>}
    </div>
  );
}

function PanelTitle({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const canEdit = useCan('edit-tasks');
  const run = useRun();
  const [isEditing, setEditing] = useState(false);
  if (isEditing && canEdit) {
    return (
      <TitleEditor
        value={task.title}
        label={t`Title of the task`}
        maxLength={LIMITS.taskTitle}
        className={styles.title}
        onSave={(title) => run('task.rename', { id: task.id as TaskId, title })}
        onClose={() => setEditing(false)}
      />
    );
  }
  return (
    <h2 className={styles.title} dir="auto">
      {canEdit ? (
        <button type="button" className={styles.titleButton} title={t`Rename`} onClick={() => setEditing(true)}>
          {task.title}
        </button>
      ) : (
        task.title
      )}
    </h2>
  );
}

function Location({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const column = useColumn(task.columnId);
  const board = useBoard();
  const canEdit = useCan('edit-tasks');
  const { move } = useTaskActions();
  if (column === undefined || board === undefined) return null;
  return (
    <dl className={styles.fields}>
      <dt>{t`Board`}</dt>
      <dd dir="auto">{board.name}</dd>
      <dt>{t`Column`}</dt>
      <dd>
        {canEdit ? (
          <Button tone="quiet" size="small" onPress={() => move(task.id)}>
            <bdi>{columnName(column)}</bdi> <VisuallyHidden>{t`Move to…`}</VisuallyHidden>
          </Button>
        ) : (
          <bdi>{columnName(column)}</bdi>
        )}
      </dd>
    </dl>
  );
}
