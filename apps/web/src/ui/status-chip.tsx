import type { ReactNode } from 'react';
import { classNames } from './class-names.ts';
import styles from './status-chip.module.css';

interface StatusChipProps {
  readonly hue: number;
  /** For the one that must be seen first. */
  readonly isStrong?: boolean;
  /** For the one that says nothing special: without a hue. */
  readonly isPlain?: boolean;
  readonly children: ReactNode;
}

/** A state in words, with a dot in its hue. */
export function StatusChip({ hue, isStrong = false, isPlain = false, children }: StatusChipProps) {
  return (
    <span
      className={classNames(styles.chip, isStrong && styles.strong, isPlain && styles.plain)}
      style={{ '--hue': hue }}
    >
      <span className={styles.words}>{children}</span>
    </span>
  );
}
