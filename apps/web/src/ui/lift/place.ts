import type { Target } from './lift-state.ts';

/** The id an item follows at an index counted without the lifted one; null at the start. */
export function afterAt(ids: readonly string[], index: number, lifted: string): string | null {
  if (index <= 0) return null;
  const home = ids.indexOf(lifted);
  const at = home !== -1 && index > home ? index : index - 1;
  return ids[Math.min(at, ids.length - 1)] ?? null;
}

/** The index a place means, counted without the lifted item; null when the item it follows is gone. */
export function indexOfPlace(ids: readonly string[], after: string | null, lifted: string): number | null {
  if (after === null) return 0;
  const anchor = ids.indexOf(after);
  if (anchor === -1) return null;
  const home = ids.indexOf(lifted);
  return home !== -1 && home < anchor ? anchor : anchor + 1;
}

/** Where an item is now, as a place. */
export function placeOf(listId: string, ids: readonly string[], id: string): Target {
  return { listId, after: ids[ids.indexOf(id) - 1] ?? null };
}

/** How many items a list would have with the lifted one in it. */
export function countWith(ids: readonly string[], lifted: string): number {
  return ids.includes(lifted) ? ids.length : ids.length + 1;
}
