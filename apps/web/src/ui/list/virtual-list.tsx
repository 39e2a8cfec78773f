import { memo, useCallback, useLayoutEffect, useMemo, useRef, useSyncExternalStore } from 'react';
import type { ReactNode } from 'react';
import { classNames } from '../class-names.ts';
import type { ListWindow } from './list-window.ts';
import styles from './virtual-list.module.css';

/** Renders one item: one element, which takes the focus (give it the tabIndex) and is what a drag lifts. */
export type RenderItem = (id: string, tabIndex: 0 | -1) => ReactNode;

export interface VirtualListProps {
  readonly list: ListWindow;
  /** Keep the same array while nothing changed: it is compared by identity. */
  readonly items: readonly string[];
  /** Keep the same function between renders: rows render again when it changes. */
  readonly renderItem: RenderItem;
  /** The list's name for screen readers. */
  readonly label: string;
  readonly className?: string | undefined;
  readonly trackClassName?: string | undefined;
  readonly before?: ReactNode;
  readonly after?: ReactNode;
  /** The scrolling element, for a drag (see `useLiftList`); may return a clean-up. */
  readonly scrollerRef?: ((scroller: HTMLElement) => () => void) | undefined;
}

/** A scrolling list that renders only what is in or near the view. The list itself lives outside React. */
export function VirtualList(props: VirtualListProps) {
  const { list, items, renderItem, label, className, trackClassName, before, after, scrollerRef } = props;
  // Here and not in an effect, so that no row of an item that is gone is ever rendered; no element is touched yet.
  list.setIds(items);
  const rows = useSyncExternalStore(list.subscribe, list.getRows);
  const track = useRef<HTMLUListElement>(null);
  const attach = useCallback(
    (scroller: HTMLDivElement) => {
      const detach = track.current ? list.attach(scroller, track.current) : undefined;
      const unlift = scrollerRef?.(scroller);
      return () => {
        unlift?.();
        detach?.();
      };
    },
    [list, scrollerRef],
  );
  useLayoutEffect(() => list.place());
  return (
    <div ref={attach} className={classNames(styles.scroller, styles[list.axis === 'y' ? 'down' : 'along'], className)}>
      {before}
      <ul ref={track} className={classNames(styles.track, trackClassName)} aria-label={label}>
        {rows.map(({ id, index, isTabStop }) => (
          <Slot
            key={id}
            {...{ list, id, renderItem }}
            place={index + 1}
            count={items.length}
            tabIndex={isTabStop ? 0 : -1}
          />
        ))}
      </ul>
      {after}
    </div>
  );
}

interface SlotProps {
  readonly list: ListWindow;
  readonly id: string;
  readonly renderItem: RenderItem;
  readonly place: number;
  readonly count: number;
  readonly tabIndex: 0 | -1;
}

const Slot = memo(function Slot({ list, id, renderItem, place, count, tabIndex }: SlotProps) {
  const add = useCallback((element: HTMLLIElement) => list.addSlot(id, element), [list, id]);
  const item = useMemo(() => renderItem(id, tabIndex), [renderItem, id, tabIndex]);
  return (
    <li ref={add} className={styles.slot} aria-setsize={count} aria-posinset={place}>
      {item}
    </li>
  );
});
