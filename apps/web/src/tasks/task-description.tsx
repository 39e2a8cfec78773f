import { useLingui } from '@lingui/react/macro';
import { LIMITS, type TaskId } from '@talka/domain/kernel';
import { useCallback } from 'react';
import { useCan, useRun } from '../boards/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './task-description.module.css';
import { useDraft } from './use-draft.ts';

interface TaskDescriptionProps {
  readonly taskId: string;
  /** Null while it is on its way. */
  readonly text: string | null;
}

/** The description as plain text: saved while one writes, at a pause and on leaving. */
export function TaskDescription({ taskId, text }: TaskDescriptionProps) {
  const { t } = useLingui();
  const canEdit = useCan('edit-tasks');
  if (text === null) return <Skeleton height={96} className={styles.waiting} />;
  if (canEdit) return <Editor taskId={taskId} text={text} />;
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
