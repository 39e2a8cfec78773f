import { useLingui } from '@lingui/react/macro';
import { members } from '@talka/domain/boards';
import type { Task } from '@talka/domain/tasks';
import { AlignLeft } from 'lucide-react';
import { timeAgo } from '../app/dates.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { useRow } from '../boards/index.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './task-meta.module.css';
import { TaskStatus } from './task-status.tsx';

/** The line below a card's title: how the task stands. */
export function TaskMeta({ task, id }: { readonly task: Task; readonly id: string }) {
  if (task.status === 'normal' && task.described === 0 && task.trashedAt === null) return null;
  return (
    <div className={styles.meta} id={id}>
      {task.status !== 'normal' && <TaskStatus status={task.status} />}
      {task.described === 1 && <DescribedSign />}
      {task.trashedAt !== null && <TrashedBy by={task.trashedBy ?? ''} at={task.trashedAt} />}
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
