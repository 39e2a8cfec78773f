import { Plural, useLingui } from '@lingui/react/macro';
import { Button } from '../ui/button.tsx';
import { DialogBody, DialogFooter } from '../ui/dialog-parts.tsx';
import { Dialog } from '../ui/dialog.tsx';
import styles from './paste-lines-dialog.module.css';

interface PasteLinesDialogProps {
  readonly lines: readonly string[];
  readonly onChoose: (titles: readonly string[]) => void;
  readonly onClose: () => void;
}

const SHOWN = 5;

/** Many lines were pasted: one task each, or one task of them all? */
export function PasteLinesDialog({ lines, onChoose, onClose }: PasteLinesDialogProps) {
  const { t } = useLingui();
  const more = lines.length - SHOWN;
  return (
    <Dialog title={t`Make a task of each line?`} isOpen onClose={onClose} closeLabel={t`Close`} width="narrow">
      <DialogBody>
        <ul className={styles.lines}>
          {lines.slice(0, SHOWN).map((line, index) => (
            <li key={index} dir="auto">
              {line}
            </li>
          ))}
        </ul>
        {more > 0 && (
          <p className={styles.more}>
            <Plural value={more} one="and # more line" other="and # more lines" />
          </p>
        )}
      </DialogBody>
      <DialogFooter>
        <Button onPress={() => onChoose([lines.join(' ')])}>{t`One task`}</Button>
        <Button tone="primary" onPress={() => onChoose(lines)}>
          <Plural value={lines.length} one="Add # task" other="Add # tasks" />
        </Button>
      </DialogFooter>
    </Dialog>
  );
}
