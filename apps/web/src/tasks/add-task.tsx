import { useLingui } from '@lingui/react/macro';
import { linesOf, LIMITS, type ColumnId, type TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import { Plus } from 'lucide-react';
import { useState, type ChangeEvent, type ClipboardEvent, type KeyboardEvent } from 'react';
import { newId } from '../app/new-id.ts';
import { useBoardSession, useBoardView, useDoing, useRun } from '../boards/index.ts';
import { Button } from '../ui/button.tsx';
import styles from './add-task.module.css';
import { PasteLinesDialog } from './paste-lines-dialog.tsx';

interface AddTaskProps {
  readonly columnId: string;
  readonly at: 'top' | 'end';
}

/** "Add new task", and the field it opens: Enter adds and asks for the next, Escape ends. */
export function AddTask({ columnId, at }: AddTaskProps) {
  const { t } = useLingui();
  const view = useBoardView();
  const { adding } = useDoing();
  if (adding?.columnId === columnId && adding.at === at) return <Composer columnId={columnId} at={at} />;
  if (at === 'top') return null;
  return (
    <Button
      tone="quiet"
      size="small"
      icon={Plus}
      className={styles.open}
      onPress={() => view.change({ adding: { columnId, at } })}
    >
      {t`Add new task`}
    </Button>
  );
}

function Composer({ columnId, at }: AddTaskProps) {
  const { t } = useLingui();
  const [pasted, setPasted] = useState<readonly string[] | null>(null);
  const add = useAddTasks({ columnId, at });
  const field = useComposerField({ add, isAsking: pasted !== null, ask: setPasted });
  const choose = (titles: readonly string[]) => {
    add(titles);
    setPasted(null);
  };
  return (
    <div className={styles.composer} data-at={at}>
      <textarea
        className={styles.field}
        aria-label={t`Title of the new task`}
        placeholder={t`What is to be done?`}
        rows={1}
        maxLength={LIMITS.taskTitle}
        dir="auto"
        // The person has just asked for this very field.
        // oxlint-disable-next-line jsx-a11y/no-autofocus
        autoFocus
        {...field}
      />
      <p className={styles.hint}>{t`Enter adds it and asks for the next. Escape ends.`}</p>
      {pasted !== null && <PasteLinesDialog lines={pasted} onChoose={choose} onClose={() => setPasted(null)} />}
    </div>
  );
}

interface ComposerParts {
  readonly add: (titles: readonly string[]) => boolean;
  /** Whether the question about pasted lines is open. */
  readonly isAsking: boolean;
  readonly ask: (lines: readonly string[]) => void;
}

function useComposerField({ add, isAsking, ask }: ComposerParts) {
  const view = useBoardView();
  const [draft, setDraft] = useState('');
  const close = () => view.change({ adding: null });
  const addDraft = () => {
    if (draft.trim() !== '' && add([draft])) setDraft('');
  };
  return {
    value: draft,
    onChange: (event: ChangeEvent<HTMLTextAreaElement>) => setDraft(event.target.value.replace(/[\r\n]+/g, ' ')),
    onKeyDown(event: KeyboardEvent) {
      event.stopPropagation();
      if (event.nativeEvent.isComposing) return;
      if (event.key === 'Escape') close();
      if (event.key !== 'Enter') return;
      event.preventDefault();
      if (draft.trim() === '') close();
      else addDraft();
    },
    onPaste(event: ClipboardEvent) {
      const lines = linesOf(event.clipboardData.getData('text/plain'));
      if (lines.length < 2) return;
      event.preventDefault();
      ask(lines);
    },
    onBlur() {
      // A question is open, or the window itself lost the focus: nothing is over yet.
      if (isAsking || !document.hasFocus()) return;
      addDraft();
      close();
    },
  };
}

/** Adds tasks at one end of a column, many of them in as few commands as allowed. */
function useAddTasks({ columnId, at }: AddTaskProps): (titles: readonly string[]) => boolean {
  const { store } = useBoardSession().replica;
  const run = useRun();
  const [lastOnTop, setLastOnTop] = useState<string | null>(null);
  return (titles) => {
    const added = titles.map((title) => ({ id: newId() as TaskId, title }));
    let after = at === 'end' ? (store.list(tasks, columnId).at(-1) ?? null) : lastOnTop;
    for (let from = 0; from < added.length; from += LIMITS.tasksPerPaste) {
      const some = added.slice(from, from + LIMITS.tasksPerPaste);
      if (!run('task.add', { column: columnId as ColumnId, after: after as TaskId | null, tasks: some })) return false;
      after = some.at(-1)?.id ?? after;
    }
    if (at === 'top') setLastOnTop(after);
    return true;
  };
}
