import { useLingui } from '@lingui/react/macro';
import { LIMITS, type TaskId } from '@talka/domain/kernel';
import { useEffect, useRef, useState } from 'react';
import { useCan, useRun } from '../boards/index.ts';
import { Skeleton } from '../ui/skeleton.tsx';
import { TextArea } from '../ui/text-area.tsx';
import styles from './task-description.module.css';

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

const PAUSE_MS = 900;

function Editor({ taskId, text }: { readonly taskId: string; readonly text: string }) {
  const { t } = useLingui();
  const draft = useDraft(text, useSave(taskId));
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

function useSave(taskId: string): (text: string) => void {
  const run = useRun();
  return (text) => void run('task.describe', { id: taskId as TaskId, text });
}

/** What is being written, which others' changes don't overwrite until one has left the field. */
function useDraft(text: string, save: (text: string) => void) {
  const [draft, setDraft] = useState<string | null>(null);
  const latest = useRef({ draft, text, save });
  latest.current = { draft, text, save };
  const flush = useRef(() => {
    const { draft: written, text: saved, save: keep } = latest.current;
    if (written !== null && written.trimEnd() !== saved) keep(written);
  }).current;
  useEffect(() => {
    if (draft === null) return undefined;
    const timer = setTimeout(flush, PAUSE_MS);
    return () => clearTimeout(timer);
  }, [draft, flush]);
  // Closing the panel, or the page, is a pause too.
  useEffect(() => {
    addEventListener('pagehide', flush);
    return () => {
      removeEventListener('pagehide', flush);
      flush();
    };
  }, [flush]);
  return {
    value: draft ?? text,
    begin: () => setDraft(latest.current.text),
    write: setDraft,
    end: () => {
      flush();
      setDraft(null);
    },
  };
}
