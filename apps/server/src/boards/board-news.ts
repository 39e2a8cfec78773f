import type { Committed } from '@talka/domain/wire';
import { z } from 'zod';

const fields = z.record(z.string(), z.union([z.string(), z.number(), z.boolean(), z.null()]));
const committed = z.object({
  s: z.int().min(1),
  c: z.string(),
  i: z.int(),
  u: z.string(),
  p: z.array(z.tuple([z.string(), fields.nullable()])),
});
const news = z.array(committed).min(1);

/** Where nodes tell each other what they committed to a board. */
export function newsChannel(boardId: string): string {
  return `board:${boardId}`;
}

export function writeNews(batch: readonly Committed[]): string {
  return JSON.stringify(batch);
}

/** What another node committed; null for a text that isn't that, as from a node of another version. */
export function readNews(text: string): readonly Committed[] | null {
  try {
    const read = news.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}
