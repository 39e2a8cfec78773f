import type { BoardCommand } from '../boards/index.ts';
import { cleanLine, LIMITS, must, no, ok, placesAt } from '../kernel/index.ts';
import type { TagId } from '../kernel/index.ts';
import { TAG_HUES, tagNamed, tags } from './tag.ts';

export interface AddTag {
  readonly id: TagId;
  readonly name: string;
  readonly hue: number;
  /** The tag to stand behind, null for the first place; left out for the end. */
  readonly after?: TagId | null | undefined;
}

export const addTag: BoardCommand<AddTag> = {
  name: 'tag.add',
  ability: 'edit-tasks',
  run(change, { id, name, hue, after }) {
    const clean = cleanLine(name, LIMITS.tagName);
    if (!clean.ok) return clean;
    if (!TAG_HUES.includes(hue)) return no({ code: 'tag-hue-unknown' });
    if (change.get(tags, id) !== undefined) return no({ code: 'id-taken' });
    if (tagNamed(change.store, clean.value) !== undefined) return no({ code: 'tag-name-taken' });
    if (change.store.count(tags) >= LIMITS.tagsPerBoard) {
      return no({ code: 'too-many-tags', info: { max: LIMITS.tagsPerBoard } });
    }
    const last = change.list(tags).at(-1) ?? null;
    const place = { parent: '', after: after === undefined ? last : after };
    const position = must(placesAt(change, tags, place)[0], 'a place');
    change.add(tags, { id, name: clean.value, hue, position });
    change.record('tag.added', null, { tagId: id, name: clean.value });
    return ok();
  },
  inverse: (_store, { id }) => ({
    name: 'tag.delete',
    args: { id, ifUnused: true },
    watch: [
      [`tag/${id}`, 'name'],
      [`tag/${id}`, 'hue'],
    ],
  }),
};
