import { Suspense, useRef, useState, type ReactNode } from 'react';
import { Button } from 'react-aria-components/Button';
import { Popover } from '../ui/popover.tsx';
import styles from './task-fields.module.css';

interface FieldButtonProps {
  /** Names the field and says what is in it. */
  readonly label: string;
  /** Names the card that opens. */
  readonly title: string;
  readonly face: ReactNode;
  readonly children: (close: () => void) => ReactNode;
}

/** What a field holds, as a button that opens a card to change it. */
export function FieldButton({ label, title, face, children }: FieldButtonProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  return (
    <>
      <Button
        ref={button}
        aria-label={label}
        aria-haspopup="dialog"
        aria-expanded={isOpen}
        className={styles.button ?? ''}
        onPress={() => setOpen(true)}
      >
        {face}
      </Button>
      <Popover label={title} isOpen={isOpen} onOpenChange={setOpen} triggerRef={button}>
        <Suspense fallback={null}>{children(() => setOpen(false))}</Suspense>
      </Popover>
    </>
  );
}
