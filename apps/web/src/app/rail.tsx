import { useLingui } from '@lingui/react/macro';
import { Link } from '@tanstack/react-router';
import { House, SquareKanban } from 'lucide-react';
import type { ReactNode } from 'react';
import { Icon, type IconShape } from '../ui/icon.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { useApp } from './app-context.ts';
import { AvatarMenu } from './avatar-menu.tsx';
import { Logo } from './logo.tsx';
import styles from './rail.module.css';
import { useStore } from './use-store.ts';

/** The dark strip of places: at the start side, on phones at the bottom. */
export function Rail({ onShowKeys }: { readonly onShowKeys: () => void }) {
  const { t } = useLingui();
  const board = useStore(useApp().recentBoard);
  return (
    <nav className={styles.rail} aria-label={t`Places`}>
      <div className={styles.logo}>
        <Logo />
      </div>
      <Link to="/" className={styles.place} activeOptions={{ exact: true }} title={t`Home`}>
        <Face icon={House}>{t`Home`}</Face>
      </Link>
      {board && (
        <Link to="/b/$boardId" params={{ boardId: board.id }} className={styles.place} title={board.name}>
          <Face icon={SquareKanban}>{board.name}</Face>
        </Link>
      )}
      <span className={styles.space} />
      <AvatarMenu onShowKeys={onShowKeys} />
    </nav>
  );
}

function Face({ icon, children }: { readonly icon: IconShape; readonly children: ReactNode }) {
  return (
    <>
      <Icon shape={icon} size={18} />
      <VisuallyHidden>{children}</VisuallyHidden>
    </>
  );
}
