import { useLingui } from '@lingui/react/macro';
import { wallClock, type TaskId } from '@talka/domain/kernel';
import { DUE_YEARS, dueOf, type Task } from '@talka/domain/tasks';
import { useNow } from '../app/use-now.ts';
import { useRun } from '../boards/index.ts';
import { Button } from '../ui/button.tsx';
import { DateCalendar } from '../ui/date-calendar.tsx';
import styles from './pickers.module.css';
import { useTimeZone } from './use-time-zone.ts';

interface DueCardProps {
  readonly task: Task;
  readonly onClose: () => void;
}

const DAY_MS = 86_400_000;

/** Until when a task is to be done: a day, and a time of it for those that need one, as the reader's own clock shows it. */
export function DueCard({ task, onClose }: DueCardProps) {
  const { t } = useLingui();
  const run = useRun();
  const timeZone = useTimeZone();
  const due = dueOf(task);
  const set = (date: string | null, time = due?.time ?? null) =>
    run('task.setDue', { id: task.id as TaskId, due: date === null ? null : { date, time, timeZone } });
  const choose = (date: string | null) => {
    if (set(date)) onClose();
  };
  return (
    <div className={styles.due}>
      <QuickDays onChoose={choose} hasDue={due !== null} />
      <DateCalendar label={t`Due date`} value={due?.date ?? null} years={DUE_YEARS} onChange={choose} />
      {due !== null && (
        <label className={styles.time}>
          {t`Time`}
          <input
            type="time"
            value={due.time ?? ''}
            onChange={(event) => set(due.date, event.target.value === '' ? null : event.target.value)}
          />
        </label>
      )}
    </div>
  );
}

interface QuickDaysProps {
  readonly hasDue: boolean;
  readonly onChoose: (date: string | null) => void;
}

function QuickDays({ hasDue, onChoose }: QuickDaysProps) {
  const { t } = useLingui();
  const now = wallClock(useNow(), useTimeZone());
  const inDays = (days: number) => new Date(now + days * DAY_MS).toISOString().slice(0, 10);
  const quick = [
    { label: t`Today`, date: inDays(0) },
    { label: t`Tomorrow`, date: inDays(1) },
    { label: t`In a week`, date: inDays(7) },
    ...(hasDue ? [{ label: t`No date`, date: null }] : []),
  ];
  return (
    <div className={styles.quick}>
      {quick.map(({ label, date }) => (
        <Button key={label} tone="quiet" size="small" onPress={() => onChoose(date)}>
          {label}
        </Button>
      ))}
    </div>
  );
}
