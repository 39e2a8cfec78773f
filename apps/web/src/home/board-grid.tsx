import { type KeyboardEvent, useState } from 'react';
import styles from './board-grid.module.css';
import { BoardTile } from './board-tile.tsx';
import type { BoardTileData } from './boards-api.ts';
import { isArrow, nextTile } from './next-tile.ts';

interface BoardGridProps {
  readonly label: string;
  readonly boards: readonly BoardTileData[];
}

/** One stop for Tab; arrows go from tile to tile. */
export function BoardGrid({ label, boards }: BoardGridProps) {
  const [current, setCurrent] = useState(0);
  const stop = Math.min(current, boards.length - 1);
  const onKeyDown = (event: KeyboardEvent<HTMLElement>) => {
    if (!isArrow(event.key) || event.metaKey || event.ctrlKey || event.altKey) return;
    const list = event.currentTarget;
    const links = [...list.querySelectorAll('a')];
    const next = nextTile(stop, event.key, {
      count: links.length,
      columns: columnsOf(list),
      isRightToLeft: document.dir === 'rtl',
    });
    event.preventDefault();
    setCurrent(next);
    links[next]?.focus();
  };
  return (
    // The keys are the links' own, caught as they pass.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-element-interactions
    <ul className={styles.grid} aria-label={label} onKeyDown={onKeyDown}>
      {boards.map((board, place) => (
        <li key={board.id} className={styles.cell}>
          <BoardTile board={board} isStop={place === stop} onFocus={() => setCurrent(place)} />
        </li>
      ))}
    </ul>
  );
}

function columnsOf(grid: Element): number {
  return getComputedStyle(grid).gridTemplateColumns.split(' ').length;
}
