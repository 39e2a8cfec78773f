import { afterAt, countWith, indexOfPlace } from './place.ts';
import type { Target } from './lift-state.ts';

/** One step of a lifted item within its list; `step` is in the list's own direction. */
export type CarryStep = -1 | 1 | 'first' | 'last';

/** The place one step on from where the item is held; the same place at the ends. */
export function stepWithin(ids: readonly string[], lifted: string, target: Target, step: CarryStep): Target {
  const last = countWith(ids, lifted) - 1;
  const index = indexOfPlace(ids, target.after, lifted) ?? last;
  const wanted = step === 'first' ? 0 : step === 'last' ? last : index + step;
  const next = Math.max(0, Math.min(last, wanted));
  return { listId: target.listId, after: afterAt(ids, next, lifted) };
}
