import { Trans, useLingui } from '@lingui/react/macro';
import { useMemo } from 'react';
import { timeAgo } from '../app/dates.ts';
import type { LostEdit } from '../app/local/local.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { useStore } from '../app/use-store.ts';
import { Button } from '../ui/button.tsx';
import { DialogBody, DialogFooter } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import { showToast } from '../ui/toast-queue.ts';
import { useBoardSession } from './board-context.ts';
import { boardProblemSentence } from './board-problem-sentence.ts';
import styles from './unsent-dialog.module.css';
import { unsentSentence, unsentWords } from './unsent-sentence.ts';

interface UnsentDialogProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** What could not be saved: each change with its reason, to copy out or to discard. */
export function UnsentDialog({ isOpen, onClose }: UnsentDialogProps) {
  const { t } = useLingui();
  return (
    <Dialog title={t`Could not be saved`} isOpen={isOpen} onClose={onClose} closeLabel={t`Close`} width="medium">
      <UnsentBody onClose={onClose} />
    </Dialog>
  );
}

function UnsentBody({ onClose }: { readonly onClose: () => void }) {
  const { t } = useLingui();
  const session = useBoardSession();
  const edits = useStore(session.lost.edits);
  const copy = useCopy();
  const discard = (some: readonly LostEdit[]) => {
    void session.discardLost(some);
    if (some.length === edits.length) onClose();
  };
  const { store } = session.replica;
  const allWords = () => edits.map((edit) => unsentWords(edit, store)).join('\n\n');
  return (
    <>
      <DialogBody>
        <p className={styles.lead}>
          <Trans>The board doesn't have these changes. Copy what you need, then discard them.</Trans>
        </p>
        <ul className={styles.list} aria-label={t`Could not be saved`}>
          {edits.map((edit) => (
            <UnsentRow
              key={`${edit.c} ${edit.i}`}
              edit={edit}
              onCopy={() => copy(unsentWords(edit, store))}
              onDiscard={() => discard([edit])}
            />
          ))}
        </ul>
      </DialogBody>
      <DialogFooter>
        <Button onPress={() => copy(allWords())}>{t`Copy all`}</Button>
        <Button tone="danger" onPress={() => discard(edits)}>{t`Discard all`}</Button>
      </DialogFooter>
    </>
  );
}

interface UnsentRowProps {
  readonly edit: LostEdit;
  readonly onCopy: () => void;
  readonly onDiscard: () => void;
}

function UnsentRow({ edit, onCopy, onDiscard }: UnsentRowProps) {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const locale = useLocale();
  const now = useNow();
  const sentence = unsentSentence(edit, store);
  const reason = useMemo(() => boardProblemSentence(edit), [edit]);
  return (
    <li className={styles.row}>
      <span className={styles.what}>
        <span className={styles.sentence} dir="auto">
          {sentence}
        </span>
        <span className={styles.why}>
          {reason} · {timeAgo(edit.at, now, locale)}
        </span>
      </span>
      <Button size="small" onPress={onCopy} aria-label={t`Copy: ${sentence}`}>{t`Copy`}</Button>
      <Button size="small" onPress={onDiscard} aria-label={t`Discard: ${sentence}`}>{t`Discard`}</Button>
    </li>
  );
}

function useCopy(): (words: string) => void {
  const { t } = useLingui();
  return (words) => {
    const told = () => showToast(t`Copied.`);
    const failed = () =>
      showToast(t`Your browser doesn't allow copying here. Select the text instead.`, { tone: 'bad' });
    // Without TLS (and not on localhost) a browser has no clipboard at all.
    const clipboard: Clipboard | undefined = navigator.clipboard;
    if (clipboard === undefined) failed();
    else clipboard.writeText(words).then(told, failed);
  };
}
