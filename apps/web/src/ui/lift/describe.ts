import type { ReturnReason } from './lift-state.ts';

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
