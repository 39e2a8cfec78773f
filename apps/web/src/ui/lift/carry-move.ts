import type { Axis } from '../list/box.ts';
import type { CarryStep } from './step-target.ts';

/** What a key does to a carried item: a step within its list, or a step to the list on its left or right. */
export type CarryMove =
  | { readonly kind: 'within'; readonly step: CarryStep }
  | { readonly kind: 'beside'; readonly step: -1 | 1 };

/** The move of a key, or null. Beside is as the eye sees it; along a row, "on" is leftwards in right-to-left pages. */
export function carryMove(key: string, axis: Axis, isMirrored: boolean): CarryMove | null {
  if (key === 'Home') return { kind: 'within', step: 'first' };
  if (key === 'End') return { kind: 'within', step: 'last' };
  const vertical = key === 'ArrowUp' ? -1 : key === 'ArrowDown' ? 1 : null;
  const sideways = key === 'ArrowLeft' ? -1 : key === 'ArrowRight' ? 1 : null;
  if (axis === 'y') {
    if (vertical !== null) return { kind: 'within', step: vertical };
    return sideways === null ? null : { kind: 'beside', step: sideways };
  }
  if (sideways === null) return null;
  return { kind: 'within', step: isMirrored ? (sideways === 1 ? -1 : 1) : sideways };
}
