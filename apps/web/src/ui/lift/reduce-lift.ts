import { unreachable } from '@talka/domain/kernel';
import type { LiftEvent, LiftState } from './lift-state.ts';
import { reduceCarrying } from './states/carrying.ts';
import { reduceDragging } from './states/dragging.ts';
import { reduceIdle } from './states/idle.ts';
import { reducePressing } from './states/pressing.ts';
import { reduceSettling } from './states/settling.ts';

/** The next state of a drag; the same object when the event means nothing in this state. */
export function reduceLift(state: LiftState, event: LiftEvent): LiftState {
  switch (state.name) {
    case 'idle':
      return reduceIdle(state, event);
    case 'pressing':
      return reducePressing(state, event);
    case 'dragging':
      return reduceDragging(state, event);
    case 'carrying':
      return reduceCarrying(state, event);
    case 'settling':
      return reduceSettling(state, event);
    default:
      return unreachable(state);
  }
}
