import { useLingui } from '@lingui/react/macro';
import { Dialog } from '../ui/dialog.tsx';
import { DialogBody } from '../ui/dialog-parts.tsx';
import { Kbd } from '../ui/kbd.tsx';
import { useApp } from './app-context.ts';
import styles from './keys-sheet.module.css';
import type { Shortcut } from './shortcuts.ts';

interface KeysSheetProps {
  readonly isOpen: boolean;
  readonly onClose: () => void;
}

/** Every key that works on this screen. */
export function KeysSheet({ isOpen, onClose }: KeysSheetProps) {
  const { t } = useLingui();
  const groups = Map.groupBy(useApp().shortcuts.list(), (shortcut) => shortcut.scope);
  return (
    <Dialog title={t`Keyboard keys`} closeLabel={t`Close`} isOpen={isOpen} onClose={onClose}>
      <DialogBody>
        <div className={styles.groups}>
          {[...groups].toReversed().map(([scope, shortcuts]) => (
            <KeyGroup key={scope} scope={scope} shortcuts={shortcuts} />
          ))}
        </div>
      </DialogBody>
    </Dialog>
  );
}

function KeyGroup({ scope, shortcuts }: { readonly scope: string; readonly shortcuts: readonly Shortcut[] }) {
  return (
    <section>
      <h3 className={styles.scope}>{scope}</h3>
      <dl className={styles.list}>
        {shortcuts.map(({ keys, label }) => (
          <div key={keys} className={styles.row}>
            <dt>{label}</dt>
            <dd>
              <Kbd keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
