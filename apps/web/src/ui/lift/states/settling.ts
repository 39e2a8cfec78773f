import { IDLE, type Carrying, type Idle, type LiftEvent, type Pressing, type Settling } from '../lift-state.ts';
import { reduceIdle } from './idle.ts';

/** A settling item is only a picture: whoever takes the next one need not wait for it. */
export function reduceSettling(state: Settling, event: LiftEvent): Settling | Idle | Pressing | Carrying {
  if (event.name === 'settled') return IDLE;
  const next = reduceIdle(IDLE, event);
  return next === IDLE ? state : next;
}
