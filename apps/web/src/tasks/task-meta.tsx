import { useLingui } from '@lingui/react/macro';
import { members } from '@talka/domain/boards';
import { dueOf, type Task } from '@talka/domain/tasks';
import { AlignLeft } from 'lucide-react';
import { timeAgo } from '../app/dates.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { useColumn, useRow } from '../boards/index.ts';
import { AvatarGroup } from '../ui/avatar-group.tsx';
import { Icon } from '../ui/icon.tsx';
import { DueSign } from './due-sign.tsx';
import styles from './task-meta.module.css';
import { TaskStatus } from './task-status.tsx';
import { useAssignees } from './use-assignees.ts';

/** The line below a card's title: how the task stands, until when, and whose it is. */
export function TaskMeta({ task, id }: { readonly task: Task; readonly id: string }) {
  const { t } = useLingui();
  const people = useAssignees(task.id);
  const isOver = useColumn(task.columnId)?.kind !== 'stage';
  const due = dueOf(task);
  const isPlain = task.status === 'normal' && task.described === 0 && task.trashedAt === null;
  if (isPlain && due === null && people.length === 0) return null;
  return (
    <div className={styles.meta} id={id}>
      {task.status !== 'normal' && <TaskStatus status={task.status} />}
      {due !== null && <DueSign due={due} isOver={isOver} />}
      {task.described === 1 && <DescribedSign />}
      {task.trashedAt !== null && <TrashedBy by={task.trashedBy ?? ''} at={task.trashedAt} />}
      {people.length > 0 && (
        <span className={styles.people}>
          <AvatarGroup people={people} size="small" moreLabel={(count) => t`${count} more people`} />
        </span>
      )}
    </div>
  );
}

function DescribedSign() {
  const { t } = useLingui();
  return (
    <span className={styles.sign} role="img" aria-label={t`Has a description`} title={t`Has a description`}>
      <Icon shape={AlignLeft} size={14} />
    </span>
  );
}

function TrashedBy({ by, at }: { readonly by: string; readonly at: number }) {
  const { t } = useLingui();
  const member = useRow(members, by);
  const ago = timeAgo(at, useNow(), useLocale());
  return <span className={styles.trashed}>{member === undefined ? ago : t`${member.name}, ${ago}`}</span>;
}
