import { type ReactNode, useContext } from 'react';
import { EmptyState } from '../ui/empty-state.tsx';
import { Logo } from './logo.tsx';
import { MainContext } from './main-context.ts';
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
  const Place = useContext(MainContext) ? 'div' : 'main';
  return (
    <Place className={styles.page}>
      <EmptyState picture={<Logo size="page" />} title={title} level={1} action={action}>
        {children}
      </EmptyState>
    </Place>
  );
}
