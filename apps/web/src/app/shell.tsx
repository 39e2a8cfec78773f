import { Trans, useLingui } from '@lingui/react/macro';
import { Outlet, useNavigate, useRouter } from '@tanstack/react-router';
import { lazy, Suspense, useEffect, useState } from 'react';
import { useWasEver } from '../ui/use-was-ever.ts';
import { useSessionState } from './app-context.ts';
import { MainContext } from './main-context.ts';
import { Rail } from './rail.tsx';
import styles from './shell.module.css';
import { useShortcuts } from './use-shortcuts.ts';

const KeysSheet = lazy(() => import('./keys-sheet.tsx').then((module) => ({ default: module.KeysSheet })));

/** What stands around every screen of a signed-in person. */
export function Shell() {
  const { t } = useLingui();
  const [showsKeys, setShowsKeys] = useState(false);
  const showedKeys = useWasEver(showsKeys);
  const state = useSessionState();
  useWayOut(state.status === 'signed-out');
  useShortcuts([{ keys: '?', label: t`Show these keys`, scope: t`Everywhere`, run: () => setShowsKeys(true) }]);
  if (state.status !== 'signed-in') return null;
  return (
    <div className={styles.shell}>
      <a className={styles.skip} href="#main" onClick={focusMain}>
        <Trans>Skip to the content</Trans>
      </a>
      <Rail onShowKeys={() => setShowsKeys(true)} />
      <main id="main" className={styles.main} tabIndex={-1}>
        <MainContext value>
          <Outlet />
        </MainContext>
      </main>
      {showedKeys && (
        <Suspense fallback={null}>
          <KeysSheet isOpen={showsKeys} onClose={() => setShowsKeys(false)} />
        </Suspense>
      )}
    </div>
  );
}

/** The router would take `#main` for a place to go to. */
function focusMain(event: { preventDefault: () => void }): void {
  event.preventDefault();
  document.getElementById('main')?.focus();
}

/** When the session ends, here or on another machine: to the sign-in page, which leads back. */
function useWayOut(isSignedOut: boolean): void {
  const navigate = useNavigate();
  const router = useRouter();
  useEffect(() => {
    if (!isSignedOut) return;
    // Read once: while we leave, the address changes under us.
    const { href } = router.state.location;
    void navigate({ to: '/sign-in', search: href === '/' ? {} : { back: href } });
  }, [isSignedOut, router, navigate]);
}
