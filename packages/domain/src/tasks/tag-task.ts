import type { BoardCommand } from '../boards/index.ts';
import { LIMITS, no, ok } from '../kernel/index.ts';
import type { TagId, TaskId } from '../kernel/index.ts';
import { editableTask } from './editable-task.ts';
import { linkId } from './link-id.ts';
import { taggings, tags, tagsOf } from './tag.ts';

export interface TagTask {
  readonly id: TaskId;
  readonly tag: TagId;
}

/** Puts a tag on a task, beside those it has. */
export const tagTask: BoardCommand<TagTask> = {
  name: 'task.tag',
  ability: 'edit-tasks',
  run(change, { id, tag: tagId }) {
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const tag = change.get(tags, tagId);
    if (tag === undefined) return no({ code: 'tag-gone' });
    const link = linkId(id, tagId);
    if (change.get(taggings, link) !== undefined) return ok();
    if (tagsOf(change.store, id).length >= LIMITS.tagsPerTask) {
      return no({ code: 'too-many-tags-on-task', info: { max: LIMITS.tagsPerTask } });
    }
    change.add(taggings, { id: link, taskId: id, tagId });
    change.record('task.tagged', id, { tagId, name: tag.name });
    return ok();
  },
  inverse: (store, { id, tag }) =>
    store.get(taggings, linkId(id, tag)) === undefined
      ? { name: 'task.untag', args: { id, tag }, watch: [[`tagging/${linkId(id, tag)}`, '']] }
      : null,
};

export const untagTask: BoardCommand<TagTask> = {
  name: 'task.untag',
  ability: 'edit-tasks',
  run(change, { id, tag: tagId }) {
    const task = editableTask(change, id);
    if (!task.ok) return task;
    const link = linkId(id, tagId);
    if (change.get(taggings, link) === undefined) return ok();
    change.drop(taggings, link);
    change.record('task.untagged', id, { tagId, name: change.get(tags, tagId)?.name ?? '' });
    return ok();
  },
  inverse: (store, { id, tag }) =>
    store.get(taggings, linkId(id, tag)) === undefined
      ? null
      : { name: 'task.tag', args: { id, tag }, watch: [[`tagging/${linkId(id, tag)}`, '']] },
};
