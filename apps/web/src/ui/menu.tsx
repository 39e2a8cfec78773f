import { lazy, Suspense } from 'react';
import type { MenuProps } from './menu-model.ts';
import { useWasEver } from './use-was-ever.ts';

const loadPopup = () => import('./menu-popup.tsx');
const MenuPopup = lazy(() => loadPopup().then((module) => ({ default: module.MenuPopup })));

/** A menu whose code arrives with its first opening. `MenuButton` is the usual way in. */
export function Menu(props: MenuProps) {
  const wasOpen = useWasEver(props.isOpen);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <MenuPopup {...props} />
    </Suspense>
  );
}

/** Fetches the code ahead, as soon as a hand or the focus is near. */
export function preloadMenu(): void {
  // A failure here is met again, and shown, when the menu opens.
  loadPopup().catch(() => undefined);
}
