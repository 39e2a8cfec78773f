import { X } from 'lucide-react';
import { type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { IconButton } from './icon-button.tsx';
import styles from './panel.module.css';

interface PanelProps {
  /** Names the panel for screen readers. */
  readonly label: string;
  readonly closeLabel: string;
  readonly onClose: () => void;
  /** What stands in the head, before the close button. */
  readonly head?: ReactNode;
  readonly children: ReactNode;
}

/**
 * A sheet at the end side that leaves the rest of the screen alive; the whole screen on phones.
 * Takes the focus when it opens and gives it back when it closes; Escape closes.
 */
export function Panel({ label, closeLabel, onClose, head, children }: PanelProps) {
  const panel = useRef<HTMLElement>(null);
  useBorrowedFocus(panel);
  const closeOnEscape = (event: KeyboardEvent) => {
    if (event.key !== 'Escape' || event.defaultPrevented) return;
    event.stopPropagation();
    onClose();
  };
  return (
    // The sheet is a window over the page that isn't modal, which `<dialog>` can't be below React Aria's menus;
    // the key is Escape only.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <section
      ref={panel}
      className={styles.panel}
      role="dialog"
      aria-label={label}
      tabIndex={-1}
      onKeyDown={closeOnEscape}
    >
      <header className={styles.head}>
        <div className={styles.headContent}>{head}</div>
        <IconButton icon={X} label={closeLabel} shortcut="escape" onPress={onClose} />
      </header>
      <div className={styles.body}>{children}</div>
    </section>
  );
}

function useBorrowedFocus(panel: { readonly current: HTMLElement | null }): void {
  useEffect(() => {
    const lender = document.activeElement;
    const element = panel.current;
    if (element && !element.contains(lender)) element.focus({ preventScroll: true });
    return () => {
      const stillOurs = document.activeElement === document.body || element?.contains(document.activeElement);
      if (stillOurs && lender instanceof HTMLElement && lender.isConnected) lender.focus({ preventScroll: true });
    };
  }, [panel]);
}
