import type { Store } from '../kernel/index.ts';
import { columns } from './column.ts';

/**
 * The anchor for a stage that is to stand behind `after`: that column, or the last stage where `after` is a fixed
 * column or no longer there, since stages never stand behind Done and Trash. Null is the first place.
 */
export function lastStage(store: Store, after: string | null, moving?: string): string | null {
  if (after === null) return null;
  if (after !== moving && store.get(columns, after)?.kind === 'stage') return after;
  const stages = store.list(columns).filter((id) => id !== moving && store.get(columns, id)?.kind === 'stage');
  return stages.at(-1) ?? null;
}
