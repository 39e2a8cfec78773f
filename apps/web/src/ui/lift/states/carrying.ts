import type { Carrying, LiftEvent, ReturnReason, Settling } from '../lift-state.ts';

export function reduceCarrying(state: Carrying, event: LiftEvent): Carrying | Settling {
  switch (event.name) {
    case 'aimed':
      return event.target ? { ...state, target: event.target } : state;
    case 'put':
      return { name: 'settling', grip: state.grip, by: 'keys', end: { kind: 'dropped', target: state.target } };
    case 'pressed':
    case 'cancelled':
      return back(state, 'cancelled');
    case 'gone':
      return back(state, 'gone');
    case 'rehomed':
      return { ...state, grip: { ...state.grip, listId: event.listId } };
    default:
      return state;
  }
}

function back({ grip }: Carrying, why: ReturnReason): Settling {
  return { name: 'settling', grip, by: 'keys', end: { kind: 'returned', why } };
}
