import { useLingui } from '@lingui/react/macro';
import { exactTime, timeAgo } from '../app/dates.ts';
import { useLocale } from '../app/use-locale.ts';
import { useNow } from '../app/use-now.ts';
import { Avatar } from '../ui/avatar.tsx';
import { Skeleton } from '../ui/skeleton.tsx';
import { HistorySentence } from './history-sentence.tsx';
import type { HistoryLine } from './task-api.ts';
import styles from './task-history.module.css';

/** Who did what when, oldest first. */
export function TaskHistory({ lines }: { readonly lines: readonly HistoryLine[] | null }) {
  if (lines === null) return <Skeleton height={44} />;
  return (
    <ol className={styles.lines}>
      {lines.map((line) => (
        <Line key={`${line.seq}.${line.part}`} line={line} />
      ))}
    </ol>
  );
}

function Line({ line }: { readonly line: HistoryLine }) {
  const { t } = useLingui();
  const locale = useLocale();
  const now = useNow();
  const name = line.actorName === '' ? t`Someone` : line.actorName;
  return (
    <li className={styles.line}>
      <Avatar person={{ id: line.actorId, name }} size="small" isDecoration />
      <span className={styles.words}>
        <HistorySentence line={line} name={name} />{' '}
        <time dateTime={new Date(line.at).toISOString()} title={exactTime(line.at, locale)} className={styles.time}>
          {timeAgo(line.at, now, locale)}
        </time>
      </span>
    </li>
  );
}
