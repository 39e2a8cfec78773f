export interface Point {
  readonly x: number;
  readonly y: number;
}

/** The item in the hand and the list it was taken from. */
export interface Grip {
  readonly id: string;
  readonly listId: string;
  readonly kind: string;
}

/** A place in a list: after the item with this id, or at the start. */
export interface Target {
  readonly listId: string;
  readonly after: string | null;
}

export type PointerKind = 'mouse' | 'touch' | 'pen';

export type ReturnReason = 'cancelled' | 'gone' | 'nowhere';

export interface Idle {
  readonly name: 'idle';
}

/** A pointer is down on an item; whether it's a click, a swipe or a drag isn't known yet. */
export interface Pressing {
  readonly name: 'pressing';
  readonly grip: Grip;
  readonly pointerId: number;
  readonly pointer: PointerKind;
  readonly start: Point;
}

/** The item follows the pointer. */
export interface Dragging {
  readonly name: 'dragging';
  readonly grip: Grip;
  readonly pointerId: number;
  readonly start: Point;
  readonly at: Point;
  readonly target: Target | null;
}

/** The item was lifted with the keyboard and goes from place to place. */
export interface Carrying {
  readonly name: 'carrying';
  readonly grip: Grip;
  readonly target: Target;
}

/** The hand is open; the item glides to where it stays. */
export interface Settling {
  readonly name: 'settling';
  readonly grip: Grip;
  readonly by: 'pointer' | 'keys';
  readonly end:
    | { readonly kind: 'dropped'; readonly target: Target }
    | { readonly kind: 'returned'; readonly why: ReturnReason };
}

export type LiftState = Idle | Pressing | Dragging | Carrying | Settling;

export type LiftEvent =
  | {
      readonly name: 'pressed';
      readonly grip: Grip;
      readonly pointerId: number;
      readonly pointer: PointerKind;
      readonly at: Point;
    }
  | { readonly name: 'moved'; readonly pointerId: number; readonly at: Point }
  /** A touch has rested long enough. */
  | { readonly name: 'held' }
  | { readonly name: 'released'; readonly pointerId: number }
  /** Another place is aimed at: by the pointer's position or a key. */
  | { readonly name: 'aimed'; readonly target: Target | null }
  | { readonly name: 'picked'; readonly grip: Grip; readonly target: Target }
  | { readonly name: 'put' }
  /** Escape, a lost pointer, a second pointer, a hidden page … */
  | { readonly name: 'cancelled' }
  /** The item was deleted meanwhile. */
  | { readonly name: 'gone' }
  /** The item was moved to another list by somebody else meanwhile. */
  | { readonly name: 'rehomed'; readonly listId: string }
  | { readonly name: 'settled' };

export const IDLE: Idle = { name: 'idle' };
