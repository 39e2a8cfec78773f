import { useLingui } from '@lingui/react/macro';
import type { TaskPriority } from '@talka/domain/tasks';
import { Flag } from 'lucide-react';
import styles from './priority-flag.module.css';
import { priorityName } from './status-name.ts';

interface PriorityFlagProps {
  readonly priority: TaskPriority;
  /** True when its name stands beside it. */
  readonly isDecoration?: boolean;
}

/** A flag for what matters more than others; Normal has none. */
export function PriorityFlag({ priority, isDecoration = false }: PriorityFlagProps) {
  const { t } = useLingui();
  if (priority === 'normal') return null;
  const name = t`${priorityName(priority)} priority`;
  return (
    <span
      className={styles.flag}
      data-priority={priority}
      {...(isDecoration ? { 'aria-hidden': true } : { role: 'img', 'aria-label': name, title: name })}
    >
      <Flag size={13} strokeWidth={2} fill="currentColor" aria-hidden focusable={false} data-mirrored />
    </span>
  );
}
