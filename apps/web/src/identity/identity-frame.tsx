import type { ReactNode } from 'react';
import { Logo } from '../app/logo.tsx';
import { useTitle } from '../app/use-title.ts';
import styles from './identity-frame.module.css';
import { LanguageChoice } from './language-choice.tsx';

interface IdentityFrameProps {
  readonly title: string;
  readonly lead?: ReactNode;
  /** Under the card: where else one may want to go. */
  readonly footer?: ReactNode;
  readonly children: ReactNode;
}

/** Paper, the logo, one card. */
export function IdentityFrame({ title, lead, footer, children }: IdentityFrameProps) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <header className={styles.brand}>
        <Logo size="page" />
        <span translate="no">Talka</span>
      </header>
      <main className={styles.card}>
        <h1 className={styles.title}>{title}</h1>
        {lead && <p className={styles.lead}>{lead}</p>}
        {children}
      </main>
      <footer className={styles.footer}>
        {footer && <p className={styles.ways}>{footer}</p>}
        <LanguageChoice />
      </footer>
    </div>
  );
}
