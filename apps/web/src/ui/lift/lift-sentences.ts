import type { Grip, ReturnReason, Target } from './lift-state.ts';
import { countWith, indexOfPlace } from './place.ts';

/** A place as a sentence may tell it. */
export interface SpokenPlace {
  readonly id: string;
  readonly kind: string;
  readonly fromList: string;
  readonly list: string;
  /** From 1. */
  readonly position: number;
  readonly count: number;
}

/** The sentences a screen reader speaks, in the reader's language: given by whoever knows what is being moved. */
export interface LiftSentences {
  lifted(place: SpokenPlace): string;
  moved(place: SpokenPlace): string;
  dropped(place: SpokenPlace): string;
  returned(id: string, why: ReturnReason): string;
  /** The item may not be put into this list. */
  refused(place: SpokenPlace): string;
}

/** A target among the ids of its list, as a sentence tells it. */
export function spokenPlace({ id, kind, listId }: Grip, target: Target, ids: readonly string[]): SpokenPlace {
  const count = countWith(ids, id);
  const index = indexOfPlace(ids, target.after, id) ?? count - 1;
  return { id, kind, fromList: listId, list: target.listId, position: index + 1, count };
}
