import { lazy, Suspense } from 'react';
import type { PopoverProps } from './popover-model.ts';
import { useWasEver } from './use-was-ever.ts';

const PopoverCard = lazy(() => import('./popover-card.tsx').then((module) => ({ default: module.PopoverCard })));

/** A small card hanging on an element, closed by Escape or a press outside. Its code arrives with its first opening. */
export function Popover(props: PopoverProps) {
  const wasOpen = useWasEver(props.isOpen);
  if (!wasOpen) return null;
  return (
    <Suspense fallback={null}>
      <PopoverCard {...props} />
    </Suspense>
  );
}
