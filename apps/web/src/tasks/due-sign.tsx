import { useLingui } from '@lingui/react/macro';
import { dueInstant, isOverdue, type Due } from '@talka/domain/tasks';
import { Calendar } from 'lucide-react';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { Icon } from '../ui/icon.tsx';
import styles from './due-sign.module.css';
import { dueDay, dueMoment, dueSentence } from './due-words.ts';
import { useTimeZone } from './use-time-zone.ts';

interface DueSignProps {
  readonly due: Due;
  /** A finished task is never late. */
  readonly isOver: boolean;
}

/** When a task is due, in words; red once it is late. */
export function DueSign({ due, isOver }: DueSignProps) {
  const { t } = useLingui();
  const reader = { now: useNow(), timeZone: useTimeZone(), locale: useLocale() };
  const isLate = !isOver && isOverdue(due, reader.now);
  const moment = dueMoment(due, reader);
  return (
    <time
      className={styles.due}
      dateTime={new Date(dueInstant(due)).toISOString()}
      title={t`Due ${moment}`}
      {...(isLate && { 'data-late': true })}
    >
      <Icon shape={Calendar} size={13} />
      {isOver ? dueDay(due, reader) : dueSentence(due, reader)}
    </time>
  );
}
