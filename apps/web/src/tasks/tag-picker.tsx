import { useLingui } from '@lingui/react/macro';
import { LIMITS, type TagId, type TaskId } from '@talka/domain/kernel';
import { freeHue, tagNamed, tags, TAG_HUES, type Task } from '@talka/domain/tasks';
import { TriangleAlert } from 'lucide-react';
import { useState } from 'react';
import { ListBox, ListBoxItem } from 'react-aria-components/ListBox';
import { newId } from '../app/new-id.ts';
import { useBoardSession, useIds, useRun } from '../boards/index.ts';
import { Icon } from '../ui/icon.tsx';
import { PickList, type PickOption } from '../ui/pick-list.tsx';
import { Tag } from '../ui/tag.tsx';
import { hueName } from './hue-name.ts';
import styles from './pickers.module.css';
import { TagById, useTags } from './task-tags.tsx';

/** The tags of a task: those of the board to choose from, and new ones made of what is typed. */
export function TagCard({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const run = useRun();
  const chosen = useTags(task.id).map(({ id }) => id);
  const all = useIds(tags).flatMap((id) => store.get(tags, id) ?? []);
  const [picked, setPicked] = useState<number | null>(null);
  const hue = picked ?? freeHue(store);
  const id = task.id as TaskId;
  const create = (name: string) => {
    const tag = newId() as TagId;
    if (run('tag.add', { id: tag, name, hue })) run('task.tag', { id, tag });
    setPicked(null);
  };
  const offer = (name: string): PickOption | null => {
    if (name === '' || tagNamed(store, name) !== undefined) return null;
    return { id: 'new', label: t`New tag “${name}”`, face: <NewTag name={name} hue={hue} /> };
  };
  return (
    <PickList
      label={t`Tags of the task`}
      placeholder={t`Find a tag, or name a new one`}
      empty={t`There are no tags yet. Type a name to make one.`}
      maxLength={LIMITS.tagName}
      options={all.map((tag) => ({ id: tag.id, label: tag.name, face: <TagById id={tag.id} /> }))}
      chosen={chosen}
      onToggle={(tag) => run(chosen.includes(tag) ? 'task.untag' : 'task.tag', { id, tag: tag as TagId })}
      offer={offer}
      onCreate={create}
      renderBelow={(name) => offer(name) !== null && <Colours hue={hue} onChange={setPicked} />}
    />
  );
}

function NewTag({ name, hue }: { readonly name: string; readonly hue: number }) {
  const { t } = useLingui();
  return (
    <span className={styles.person}>
      {t`New tag`} <Tag name={name} hue={hue} />
    </span>
  );
}

/** Twelve colours, each with its name; says when another tag has the chosen one already. */
function Colours({ hue, onChange }: { readonly hue: number; readonly onChange: (hue: number) => void }) {
  const { t } = useLingui();
  const { store } = useBoardSession().replica;
  const [clash] = [...store.rows(tags)].filter((tag) => tag.hue === hue);
  return (
    <>
      <ListBox
        aria-label={t`Colour of the new tag`}
        layout="grid"
        orientation="horizontal"
        selectionMode="single"
        disallowEmptySelection
        selectedKeys={[hue]}
        onSelectionChange={(keys) => keys !== 'all' && onChange(Number([...keys][0] ?? hue))}
        className={styles.swatches ?? ''}
      >
        {TAG_HUES.map((one) => (
          <ListBoxItem
            key={one}
            id={one}
            textValue={hueName(one)}
            aria-label={hueName(one)}
            className={styles.swatch ?? ''}
            style={{ '--hue': one }}
          >
            <span aria-hidden title={hueName(one)}>
              {hueName(one).slice(0, 1)}
            </span>
          </ListBoxItem>
        ))}
      </ListBox>
      {clash !== undefined && (
        <p className={styles.warning} role="status">
          <Icon shape={TriangleAlert} size={14} />
          <span>{t`“${clash.name}” has this colour already.`}</span>
        </p>
      )}
    </>
  );
}
