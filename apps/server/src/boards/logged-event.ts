import type { HistoryEvent } from '@talka/domain/kernel';

/** A line of history with its place in the board's log. */
export interface LoggedEvent extends HistoryEvent {
  readonly seq: number;
  readonly part: number;
  readonly actor: string;
}
