import type { Carrying, Idle, LiftEvent, Pressing } from '../lift-state.ts';

export function reduceIdle(state: Idle, event: LiftEvent): Idle | Pressing | Carrying {
  if (event.name === 'pressed') {
    const { grip, pointerId, pointer, at } = event;
    return { name: 'pressing', grip, pointerId, pointer, start: at };
  }
  if (event.name === 'picked') {
    return { name: 'carrying', grip: event.grip, target: event.target };
  }
  return state;
}
