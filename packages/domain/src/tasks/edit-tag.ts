import type { BoardCommand } from '../boards/index.ts';
import { cleanLine, LIMITS, no, ok } from '../kernel/index.ts';
import type { TagId } from '../kernel/index.ts';
import { TAG_HUES, tagNamed, tags } from './tag.ts';

export const renameTag: BoardCommand<{ readonly id: TagId; readonly name: string }> = {
  name: 'tag.rename',
  ability: 'edit-board',
  run(change, { id, name }) {
    const clean = cleanLine(name, LIMITS.tagName);
    if (!clean.ok) return clean;
    const tag = change.get(tags, id);
    if (tag === undefined) return no({ code: 'tag-gone' });
    if (tag.name === clean.value) return ok();
    if (tagNamed(change.store, clean.value, id) !== undefined) return no({ code: 'tag-name-taken' });
    change.set(tags, id, { name: clean.value });
    change.record('tag.renamed', null, { tagId: id, from: tag.name, to: clean.value });
    return ok();
  },
  inverse(store, { id }) {
    const tag = store.get(tags, id);
    return tag === undefined
      ? null
      : { name: 'tag.rename', args: { id, name: tag.name }, watch: [[`tag/${id}`, 'name']] };
  },
};

export const recolourTag: BoardCommand<{ readonly id: TagId; readonly hue: number }> = {
  name: 'tag.recolour',
  ability: 'edit-board',
  run(change, { id, hue }) {
    if (!TAG_HUES.includes(hue)) return no({ code: 'tag-hue-unknown' });
    const tag = change.get(tags, id);
    if (tag === undefined) return no({ code: 'tag-gone' });
    if (tag.hue === hue) return ok();
    change.set(tags, id, { hue });
    change.record('tag.recoloured', null, { tagId: id, name: tag.name });
    return ok();
  },
  inverse(store, { id }) {
    const tag = store.get(tags, id);
    return tag === undefined
      ? null
      : { name: 'tag.recolour', args: { id, hue: tag.hue }, watch: [[`tag/${id}`, 'hue']] };
  },
};
