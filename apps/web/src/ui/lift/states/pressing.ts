import { IDLE, type Dragging, type Idle, type LiftEvent, type Point, type Pressing } from '../lift-state.ts';

/** Pixels a mouse or pen moves before a press is a drag. */
const DRAG_AFTER = 4;
/** Pixels a finger may move while it rests; beyond, it is a swipe and scrolls. */
const SWIPE_AFTER = 8;

export function reducePressing(state: Pressing, event: LiftEvent): Pressing | Dragging | Idle {
  switch (event.name) {
    case 'moved':
      return event.pointerId === state.pointerId ? moved(state, event.at) : state;
    case 'held':
      return dragFrom(state, state.start);
    case 'released':
      return event.pointerId === state.pointerId ? IDLE : state;
    case 'pressed':
      return event.pointerId === state.pointerId ? state : IDLE;
    case 'cancelled':
    case 'gone':
      return IDLE;
    case 'rehomed':
      return { ...state, grip: { ...state.grip, listId: event.listId } };
    default:
      return state;
  }
}

function moved(state: Pressing, at: Point): Pressing | Dragging | Idle {
  const way = Math.hypot(at.x - state.start.x, at.y - state.start.y);
  if (state.pointer === 'touch') return way > SWIPE_AFTER ? IDLE : state;
  return way >= DRAG_AFTER ? dragFrom(state, at) : state;
}

function dragFrom({ grip, pointerId, start }: Pressing, at: Point): Dragging {
  return { name: 'dragging', grip, pointerId, start, at, target: null };
}
