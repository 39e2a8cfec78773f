import type { Box } from '../list/box.ts';
import type { Point } from './lift-state.ts';

/** A list's box by its id. */
export interface ListBox {
  readonly id: string;
  readonly box: Box;
}

/** Pixels beyond a list's side that still count as over it: the space between two columns, the board's own edge. */
const REACH = 48;

/**
 * The list a pointer means: the one under it, else the nearest one that isn't much farther aside than the
 * space between two lists, else none. Above and below a column still mean that column.
 */
export function findList(lists: readonly ListBox[], at: Point): string | null {
  let best: ListBox | null = null;
  let least = Infinity;
  for (const each of lists) {
    const aside = distance(at.x, each.box.left, each.box.width);
    const away = aside * 1000 + distance(at.y, each.box.top, each.box.height);
    if (aside > REACH || away >= least) continue;
    best = each;
    least = away;
  }
  return best?.id ?? null;
}

/** The list beside another on the screen, one step to the left (-1) or right (1); null at the end. */
export function listBeside(lists: readonly ListBox[], id: string, step: -1 | 1): string | null {
  const sorted = lists.toSorted((one, other) => one.box.left - other.box.left || one.box.top - other.box.top);
  const at = sorted.findIndex((each) => each.id === id);
  return at === -1 ? null : (sorted[at + step]?.id ?? null);
}

function distance(at: number, start: number, length: number): number {
  return Math.max(0, start - at, at - start - length);
}
