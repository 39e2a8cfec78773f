import { useLingui } from '@lingui/react/macro';
import { LIMITS, type TaskId } from '@talka/domain/kernel';
import type { Task } from '@talka/domain/tasks';
import { useCallback } from 'react';
import { useRun } from '../boards/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './task-description.module.css';
import { useDraft } from './use-draft.ts';
import { useEditable } from './use-editable.ts';

interface TaskDescriptionProps {
  readonly task: Task;
  /** Null while it is on its way. */
  readonly text: string | null;
}

/** The description as plain text: saved while one writes, at a pause and on leaving. */
export function TaskDescription({ task, text }: TaskDescriptionProps) {
  const { t } = useLingui();
  const isEditable = useEditable(task);
  if (text === null) return <Skeleton height={96} className={styles.waiting} />;
  if (isEditable) return <Editor taskId={task.id} text={text} />;
  return (
    <section>
      <h3 className={styles.heading}>{t`Description`}</h3>
      <p className={styles.text} dir="auto">
        {text === '' ? t`There is no description.` : text}
      </p>
    </section>
  );
}

function Editor({ taskId, text }: { readonly taskId: string; readonly text: string }) {
  const { t } = useLingui();
  const run = useRun();
  const save = useCallback(
    (written: string) => void run('task.describe', { id: taskId as TaskId, text: written }),
    [run, taskId],
  );
  const draft = useDraft(text, save);
  return (
    <TextArea
      label={t`Description`}
      placeholder={t`What should everybody know about this task?`}
      maxLength={LIMITS.taskDescription}
      value={draft.value}
      onChange={draft.write}
      onFocus={draft.begin}
      onBlur={draft.end}
      className={styles.editor ?? ''}
    />
  );
}
