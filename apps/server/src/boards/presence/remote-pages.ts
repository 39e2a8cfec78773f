import type { PresentPage } from '@talka/domain/wire';
import { z } from 'zod';

const page = z.object({
  u: z.string(),
  cid: z.string(),
  at: z.string().nullable(),
  doing: z.enum(['looking', 'editing']),
});
const message = z.discriminatedUnion('kind', [
  z.object({ kind: z.literal('ask'), node: z.string() }),
  z.object({
    kind: z.literal('pages'),
    node: z.string(),
    whole: z.boolean(),
    people: z.array(page),
    gone: z.array(z.string()),
  }),
]);

/** What nodes tell each other about who is on a board; `ask` is answered with the whole list. */
export type PresenceMessage = z.output<typeof message>;

export function readPresence(text: string): PresenceMessage | null {
  try {
    const read = message.safeParse(JSON.parse(text));
    return read.success ? read.data : null;
  } catch {
    return null;
  }
}

interface Node {
  readonly pages: Map<string, PresentPage>;
  heardAt: number;
}

/** A node says every 3 s who is there; one that was not heard for this long is gone, and everybody with it. */
const NODE_GONE_AFTER_MS = 7_500;

/** The pages of one board on other nodes. */
export class RemotePages {
  readonly #nodes = new Map<string, Node>();

  hear(told: Extract<PresenceMessage, { kind: 'pages' }>, now: number): void {
    const node = this.#nodes.get(told.node) ?? { pages: new Map(), heardAt: now };
    this.#nodes.set(told.node, node);
    node.heardAt = now;
    if (told.whole) node.pages.clear();
    for (const cid of told.gone) node.pages.delete(cid);
    for (const one of told.people) node.pages.set(one.cid, one);
  }

  /** True when somebody is gone by it. */
  forgetSilent(now: number): boolean {
    const silent = [...this.#nodes].filter(([, { heardAt }]) => now - heardAt > NODE_GONE_AFTER_MS);
    for (const [id] of silent) this.#nodes.delete(id);
    return silent.some(([, { pages }]) => pages.size > 0);
  }

  all(): readonly PresentPage[] {
    return [...this.#nodes.values()].flatMap(({ pages }) => [...pages.values()]);
  }
}
