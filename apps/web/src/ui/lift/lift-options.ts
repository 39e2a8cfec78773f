import type { LiftSentences } from './lift-sentences.ts';
import type { LiftableList } from './liftable-list.ts';

/** An item was put down: in `toList`, after the item with the id `after` (null: first). */
export interface Drop {
  readonly id: string;
  readonly kind: string;
  readonly fromList: string;
  readonly toList: string;
  readonly after: string | null;
}

export interface LiftOptions {
  /** Apply the move at once: the lists should have their new ids by the next frame. */
  onDrop(drop: Drop): void;
  canLift?(item: { readonly id: string; readonly kind: string; readonly list: string }): boolean;
  /** Asked at every frame of a drag, so it must be quick. */
  canDrop?(drop: Drop): boolean;
  readonly sentences: LiftSentences;
}

export interface ListToLift {
  /** The list's id, as `onDrop` tells it. Unique among the lists of this lift. */
  readonly id: string;
  readonly kind: string;
  readonly list: LiftableList;
  /** The element a pointer has to be over, and that gets `data-lift-over`; the list's own element when left out. */
  readonly area?: HTMLElement | null;
  /**
   * Items are lifted only by what matches this selector. For the keyboard it must match the focusable element itself,
   * so name both: `'[data-column-header], [data-column-grip]'`.
   */
  readonly handle?: string;
}
