import { lazy, Suspense } from 'react';
import type { DialogProps } from './dialog-model.ts';
import { useWasEver } from './use-was-ever.ts';

const loadModal = () => import('./dialog-modal.tsx');
const DialogModal = lazy(() => loadModal().then((module) => ({ default: module.DialogModal })));

/** Modal; a sheet from below on phones. Its code arrives with its first opening. */
export function Dialog(props: DialogProps) {
  const wasOpen = useWasEver(props.isOpen);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <DialogModal {...props} />
    </Suspense>
  );
}

export function preloadDialog(): void {
  // A failure here is met again, and shown, when the dialog opens.
  loadModal().catch(() => undefined);
}
