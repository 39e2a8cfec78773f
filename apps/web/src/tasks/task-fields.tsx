import { useLingui } from '@lingui/react/macro';
import type { Task } from '@talka/domain/tasks';
import { columnName, useBoard, useCan, useColumn } from '../boards/index.ts';
import { Button } from '../ui/button.tsx';
import { VisuallyHidden } from '../ui/visually-hidden.tsx';
import { DueField, PeopleField, TagsField } from './link-fields.tsx';
import { PriorityField, StatusField } from './status-field.tsx';
import styles from './task-fields.module.css';
import { useEditable } from './use-editable.ts';
import { useTaskActions } from './use-task-actions.ts';

/** What a task says beside its words, always in sight; for reading where it can't be changed. */
export function TaskFields({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const isEditable = useEditable(task);
  const board = useBoard();
  const own = { task, isEditable };
  return (
    <dl className={styles.fields}>
      <dt>{t`Status`}</dt>
      <dd>
        <StatusField {...own} />
      </dd>
      <dt>{t`Priority`}</dt>
      <dd>
        <PriorityField {...own} />
      </dd>
      <dt>{t`Due`}</dt>
      <dd>
        <DueField {...own} />
      </dd>
      <dt>{t`People`}</dt>
      <dd>
        <PeopleField {...own} />
      </dd>
      <dt>{t`Tags`}</dt>
      <dd>
        <TagsField {...own} />
      </dd>
      <dt>{t`Board`}</dt>
      <dd dir="auto">{board?.name}</dd>
      <dt>{t`Column`}</dt>
      <dd>
        <ColumnField task={task} />
      </dd>
    </dl>
  );
}

function ColumnField({ task }: { readonly task: Task }) {
  const { t } = useLingui();
  const column = useColumn(task.columnId);
  const canEdit = useCan('edit-tasks');
  const { move } = useTaskActions();
  if (column === undefined) return null;
  const name = <bdi>{columnName(column)}</bdi>;
  if (!canEdit) return name;
  return (
    <Button tone="quiet" size="small" onPress={() => move(task.id)}>
      {name} <VisuallyHidden>{t`Move to…`}</VisuallyHidden>
    </Button>
  );
}
