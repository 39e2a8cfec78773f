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
  canDrop?(drop: Drop): boolean;
  readonly sentences: LiftSentences;
}

export interface ListToLift {
  /** The list's id, as `onDrop` tells it. Unique among the lists of this lift. */
  readonly id: string;
  readonly kind: string;
  readonly list: LiftableList;
  readonly area?: HTMLElement | null;
  readonly handle?: string;
}
