import { Trans, useLingui } from '@lingui/react/macro';
import { LIMITS, type TaskId } from '@talka/domain/kernel';
import { tasks, type Task } from '@talka/domain/tasks';
import { useState } from 'react';
import { columnName, useCan, useColumn, useRow, useRun } from '../boards/index.ts';
import { Button } from '../ui/button.tsx';
import { EmptyState } from '../ui/empty-state.tsx';
import { Panel } from '../ui/panel.tsx';
import { TaskDescription } from './task-description.tsx';
import { TaskFields } from './task-fields.tsx';
import { TaskHistory } from './task-history.tsx';
import { TaskMenu } from './task-menu.tsx';
import styles from './task-panel.module.css';
import { TitleEditor } from './title-editor.tsx';
import { useEditable } from './use-editable.ts';
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
      <FrozenNote task={task} />
      <PanelTitle task={task} />
      <TaskFields task={task} />
      <TaskDescription task={task} text={text} />
      <section aria-label={t`History`} className={styles.history}>
        <h3 className={styles.heading}>{t`History`}</h3>
        <TaskHistory lines={history} />
      </section>
    </div>
  );
}

/** Why nothing here can be changed, and what to do about it. */
function FrozenNote({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const canEdit = useCan('edit-tasks');
  const kind = useColumn(task.columnId)?.kind;
  const { restore, move } = useTaskActions();
  if (kind === 'trash') {
    return (
      <div className={styles.note}>
        <Trans>This task is in Trash.</Trans>
        {canEdit && <Button size="small" onPress={() => restore(task.id)}>{t`Restore`}</Button>}
      </div>
    );
  }
  if (kind !== 'done' || !canEdit) return null;
  return (
    <div className={styles.note}>
      <Trans>This task is finished. Move it back to change it.</Trans>
      <Button size="small" onPress={() => move(task.id)}>{t`Move to…`}</Button>
    </div>
  );
}

function PanelTitle({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const isEditable = useEditable(task);
  const run = useRun();
  const [isEditing, setEditing] = useState(false);
  if (isEditing && isEditable) {
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
      {isEditable ? (
        <button type="button" className={styles.titleButton} title={t`Rename`} onClick={() => setEditing(true)}>
          {task.title}
        </button>
      ) : (
        task.title
      )}
    </h2>
  );
}
