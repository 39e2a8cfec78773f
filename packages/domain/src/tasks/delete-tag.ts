import type { BoardCommand } from '../boards/index.ts';
import { no, ok } from '../kernel/index.ts';
import type { Store, TagId } from '../kernel/index.ts';
import { taggings, tags } from './tag.ts';

export interface DeleteTag {
  readonly id: TagId;
  /** Only while no task has it: how undoing "add a tag" leaves alone what others did with it. */
  readonly ifUnused?: true | undefined;
}

/** Takes a tag off the board, and so off the face of every task; added again under its id, it is back on them all. */
export const deleteTag: BoardCommand<DeleteTag> = {
  name: 'tag.delete',
  ability: 'edit-board',
  run(change, { id, ifUnused }) {
    const tag = change.get(tags, id);
    if (tag === undefined) return no({ code: 'tag-gone' });
    const count = usesOf(change.store, id);
    if (ifUnused === true && count > 0) return no({ code: 'changed-since' });
    change.drop(tags, id);
    change.record('tag.deleted', null, { tagId: id, name: tag.name, count });
    return ok();
  },
  inverse(store, { id }) {
    const tag = store.get(tags, id);
    if (tag === undefined) return null;
    const order = store.list(tags);
    const after = order[order.indexOf(id) - 1] ?? null;
    return { name: 'tag.add', args: { id, name: tag.name, hue: tag.hue, after }, watch: [[`tag/${id}`, '']] };
  },
};

/** How many tasks have a tag. */
export function usesOf(store: Store, tagId: string): number {
  let count = 0;
  for (const tagging of store.rows(taggings)) if (tagging.tagId === tagId) count += 1;
  return count;
}
