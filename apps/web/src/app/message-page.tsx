import type { ReactNode } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Logo } from './logo.tsx';
import styles from './message-page.module.css';
import { useTitle } from './use-title.ts';

interface MessagePageProps {
  readonly title: string;
  readonly children: ReactNode;
  readonly action: ReactNode;
}

/** A whole page that says one thing and what to do now. */
export function MessagePage({ title, children, action }: MessagePageProps) {
  useTitle(title);
  return (
    <div className={styles.page}>
      <EmptyState picture={<Logo size="page" />} title={title} action={action}>
        {children}
      </EmptyState>
    </div>
  );
}
