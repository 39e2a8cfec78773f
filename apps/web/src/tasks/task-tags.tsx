import { taggings, tags, tagsOf, type Tag as TagRow } from '@talka/domain/tasks';
import { useBoardSession, useIds, useRow } from '../boards/index.ts';
import { Tag } from '../ui/tag.tsx';
import styles from './task-tags.module.css';

/** The tags of a task, and again whenever one is put on, taken off, moved or deleted. */
export function useTags(taskId: string): readonly TagRow[] {
  const { store } = useBoardSession().replica;
  useIds(taggings, taskId);
  useIds(tags);
  return tagsOf(store, taskId);
}

/** The tags of a task in a row that wraps; nothing where it has none. */
export function TaskTags({ taskId }: { readonly taskId: string }) {
  const shown = useTags(taskId);
  if (shown.length === 0) return null;
  return (
    <span className={styles.tags}>
      {shown.map(({ id }) => (
        <TagById key={id} id={id} />
      ))}
    </span>
  );
}

/** Follows its name and colour by itself. */
export function TagById({ id }: { readonly id: string }) {
  const tag = useRow(tags, id);
  return tag === undefined ? null : <Tag name={tag.name} hue={tag.hue} />;
}
