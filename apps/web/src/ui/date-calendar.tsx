import { CalendarDate, parseDate } from '@internationalized/date';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import { Button } from 'react-aria-components/Button';
import {
  Calendar,
  CalendarCell,
  CalendarGrid,
  CalendarGridBody,
  CalendarGridHeader,
  CalendarHeaderCell,
} from 'react-aria-components/Calendar';
import { Heading } from 'react-aria-components/Heading';
import styles from './date-calendar.module.css';
import { Icon } from './icon.tsx';
import iconButton from './icon-button.module.css';

interface DateCalendarProps {
  readonly label: string;
  /** ISO calendar date, or null for none. */
  readonly value: string | null;
  /** First and last year that can be chosen. */
  readonly years: { readonly first: number; readonly last: number };
  readonly onChange: (date: string) => void;
}

/** A month of days to choose one from; arrows go from day to day, Page Up and Down from month to month. */
export function DateCalendar({ label, value, years, onChange }: DateCalendarProps) {
  return (
    <Calendar
      aria-label={label}
      className={styles.calendar ?? ''}
      value={value === null ? null : parseDate(value)}
      minValue={new CalendarDate(years.first, 1, 1)}
      maxValue={new CalendarDate(years.last, 12, 31)}
      onChange={(date) => onChange(date.toString())}
      // oxlint-disable-next-line jsx-a11y/no-autofocus -- the card was opened to choose a day
      autoFocus
    >
      <header className={styles.head}>
        <Button slot="previous" className={iconButton.button ?? ''}>
          <Icon shape={ChevronLeft} mirrored />
        </Button>
        <Heading className={styles.month ?? ''} />
        <Button slot="next" className={iconButton.button ?? ''}>
          <Icon shape={ChevronRight} mirrored />
        </Button>
      </header>
      <CalendarGrid className={styles.grid ?? ''}>
        <CalendarGridHeader>
          {(day) => <CalendarHeaderCell className={styles.weekday ?? ''}>{day}</CalendarHeaderCell>}
        </CalendarGridHeader>
        <CalendarGridBody>{(date) => <CalendarCell date={date} className={styles.day ?? ''} />}</CalendarGridBody>
      </CalendarGrid>
    </Calendar>
  );
}
