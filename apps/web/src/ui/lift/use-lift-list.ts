import { useCallback, type RefObject } from 'react';
import { useLift } from './lift-provider.tsx';
import type { LiftableList } from './liftable-list.ts';

export interface LiftListOptions {
  readonly id: string;
  readonly kind: string;
  readonly list: LiftableList;
  /** The element that counts as the list for a pointer (a whole column with its header); the scroller when left out. */
  readonly area?: RefObject<HTMLElement | null>;
  /** A selector: items are lifted by this part of them only. */
  readonly handle?: string;
}

/** A ref for a list's scrolling element (`scrollerRef` of VirtualList) that lets its items be dragged. */
export function useLiftList({ id, kind, list, area, handle }: LiftListOptions): (scroller: HTMLElement) => () => void {
  const lift = useLift();
  return useCallback(
    (scroller: HTMLElement) => {
      // A ref of a child is set before its parents': the area is known only after this commit.
      let detach: (() => void) | undefined;
      let isHere = true;
      queueMicrotask(() => {
        if (!isHere) return;
        detach = lift?.attachList(scroller, { id, kind, list, area: area?.current ?? null, ...(handle && { handle }) });
      });
      return () => {
        isHere = false;
        detach?.();
      };
    },
    [lift, id, kind, list, area, handle],
  );
}
