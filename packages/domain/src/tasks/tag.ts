import { defineTable } from '../kernel/index.ts';
import type { Store, Table } from '../kernel/index.ts';

/** A word and a colour of a board, to be put on its tasks. */
export interface Tag {
  /** TagId. */
  readonly id: string;
  readonly name: string;
  /** One of TAG_HUES. */
  readonly hue: number;
  /** OrderKey among the board's tags. */
  readonly position: string;
}

export const tags: Table<Tag> = defineTable<Tag>('tag', { by: null, at: 'position' });

/** One tag on one task. It outlives its tag, so that a tag that comes back is where it was; it is just not shown. */
export interface Tagging {
  /** `linkId` of both. */
  readonly id: string;
  readonly taskId: string;
  readonly tagId: string;
}

export const taggings: Table<Tagging> = defineTable<Tagging>('tagging', { by: 'taskId', at: 'tagId' });

/**
 * Hues in degrees of OKLCH, in the order to be given out. With the lightness and chroma of a tag, each one differs from
 * those before it as much as can be for people with and without a colour deficiency (protan, deutan, tritan).
 */
export const TAG_HUES: readonly number[] = [255, 50, 330, 145, 185, 310, 355, 235, 15, 165, 215, 290];

/** The tags of a task in the board's order. */
export function tagsOf(store: Store, taskId: string): readonly Tag[] {
  const found = store.list(taggings, taskId).flatMap((id) => {
    return store.get(tags, store.get(taggings, id)?.tagId ?? '') ?? [];
  });
  return found.sort((one, other) => (one.position < other.position ? -1 : 1));
}

/** The tag of this name, however its letters are written; but for the one given. */
export function tagNamed(store: Store, name: string, but?: string): Tag | undefined {
  const wanted = folded(name);
  for (const tag of store.rows(tags)) if (tag.id !== but && folded(tag.name) === wanted) return tag;
  return undefined;
}

/** The hue that the fewest tags have; of those, the first to be given out. */
export function freeHue(store: Store): number {
  const uses = new Map(TAG_HUES.map((hue) => [hue, 0]));
  for (const { hue } of store.rows(tags)) uses.set(hue, (uses.get(hue) ?? 0) + 1);
  const least = Math.min(...TAG_HUES.map((hue) => uses.get(hue) ?? 0));
  return TAG_HUES.find((hue) => uses.get(hue) === least) ?? 0;
}

function folded(name: string): string {
  return name.normalize('NFKC').toLowerCase();
}
