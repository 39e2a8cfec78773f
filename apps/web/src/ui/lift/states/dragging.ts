import type { Dragging, LiftEvent, ReturnReason, Settling } from '../lift-state.ts';

export function reduceDragging(state: Dragging, event: LiftEvent): Dragging | Settling {
  switch (event.name) {
    case 'moved':
      return event.pointerId === state.pointerId ? { ...state, at: event.at } : state;
    case 'aimed':
      return { ...state, target: event.target };
    case 'released':
      return event.pointerId === state.pointerId ? letGo(state) : state;
    case 'pressed':
      return event.pointerId === state.pointerId ? state : back(state, 'cancelled');
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

function letGo(state: Dragging): Settling {
  const { grip, target } = state;
  return target ? { name: 'settling', grip, by: 'pointer', end: { kind: 'dropped', target } } : back(state, 'nowhere');
}

function back({ grip }: Dragging, why: ReturnReason): Settling {
  return { name: 'settling', grip, by: 'pointer', end: { kind: 'returned', why } };
}
