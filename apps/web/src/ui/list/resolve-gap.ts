import type { Gap } from './gap.ts';

/** A gap asked for by a drag: after the item with this id (null: at the start), for the item `id`. */
export interface GapRequest {
  readonly id: string;
  readonly after: string | null;
  /** Pixels the item takes, with the space to the next. */
  readonly size: number;
}

/** The gap among the items as they are now. When the item it follows is gone, it stays at the place it had. */
export function resolveGap(ids: readonly string[], asked: GapRequest, before: Gap | null): Gap {
  const lifted = ids.indexOf(asked.id);
  const anchor = asked.after === null ? -1 : ids.indexOf(asked.after);
  const isLost = asked.after !== null && anchor === -1;
  const most = ids.length - (lifted === -1 ? 0 : 1);
  const at = isLost ? (before?.at ?? most) : anchor + 1 - (lifted !== -1 && lifted < anchor ? 1 : 0);
  return { at: Math.min(at, most), size: asked.size, lifted };
}
