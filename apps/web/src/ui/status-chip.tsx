import type { ReactNode } from 'react';
import styles from './status-chip.module.css';

interface StatusChipProps {
  readonly hue: number;
  readonly children: ReactNode;
}

/** A state in words, with a dot in its hue. */
export function StatusChip({ hue, children }: StatusChipProps) {
  return (
    <span className={styles.chip} style={{ '--hue': hue }}>
      {children}
    </span>
  );
}
