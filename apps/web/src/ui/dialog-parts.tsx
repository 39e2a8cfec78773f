import type { ReactNode } from 'react';
import styles from './dialog.module.css';

/** The scrolling middle of a dialog. */
export function DialogBody({ children }: { readonly children: ReactNode }) {
  return <div className={styles.body}>{children}</div>;
}

/** The buttons at its end, the main one last. */
export function DialogFooter({ children }: { readonly children: ReactNode }) {
  return <footer className={styles.footer}>{children}</footer>;
}
