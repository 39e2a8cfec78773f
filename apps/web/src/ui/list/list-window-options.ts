import type { Axis } from './box.ts';

export interface ListWindowOptions {
  /** Pixels an item will probably take along the axis, before it has been seen. */
  estimate(id: string): number;
  /** Pixels between two items; 0 when left out. */
  readonly gap?: number;
  /** Pixels rendered beyond what is seen, at both ends; 400 when left out. */
  readonly overscan?: number;
  /** 'y' (a column of cards) when left out; 'x' is a row of columns. */
  readonly axis?: Axis;
  /** Whether arrow keys move the focus along the list with one tab stop; true for 'y', false for 'x' when left out. */
  readonly roving?: boolean;
}
