export type Arrow = 'ArrowLeft' | 'ArrowRight' | 'ArrowUp' | 'ArrowDown' | 'Home' | 'End';

interface Grid {
  readonly count: number;
  readonly columns: number;
  readonly isRightToLeft: boolean;
}

/** The place an arrow leads to in a grid filled row by row; stays where there is nothing. */
export function nextTile(from: number, arrow: Arrow, { count, columns, isRightToLeft }: Grid): number {
  const last = count - 1;
  const onward = isRightToLeft ? 'ArrowLeft' : 'ArrowRight';
  if (arrow === 'Home') return 0;
  if (arrow === 'End') return last;
  if (arrow === 'ArrowUp') return from - columns < 0 ? from : from - columns;
  if (arrow === 'ArrowDown') return from + columns > last ? from : from + columns;
  return arrow === onward ? Math.min(last, from + 1) : Math.max(0, from - 1);
}

export function isArrow(key: string): key is Arrow {
  return ['ArrowLeft', 'ArrowRight', 'ArrowUp', 'ArrowDown', 'Home', 'End'].includes(key);
}
