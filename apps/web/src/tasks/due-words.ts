import { plural, t } from '@lingui/core/macro';
import { dueInstant, dueInWords, type Due } from '@talka/domain/tasks';

interface Reader {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly timeZone: string;
  readonly locale: string;
}

/** When it is due, as short as a card needs it: "Due today", "2 days overdue", "Dec 10". */
export function dueSentence(due: Due, reader: Reader): string {
  const words = dueInWords(due, reader);
  const time = due.time === null ? '' : shown(due, reader, { timeStyle: 'short' });
  switch (words.is) {
    case 'overdue':
      if (words.days === 0) return t`Overdue`;
      return plural(words.days, { one: '# day overdue', other: '# days overdue' });
    case 'today':
      return time === '' ? t`Due today` : t`Due today, ${time}`;
    case 'tomorrow':
      return time === '' ? t`Due tomorrow` : t`Due tomorrow, ${time}`;
    case 'later':
      return dueDay(due, reader);
  }
}

/** The day in the reader's time zone, with its year when that is another. */
export function dueDay(due: Due, reader: Reader): string {
  const year = { year: 'numeric' } as const;
  const thisYear = new Intl.DateTimeFormat('en', { ...year, timeZone: reader.timeZone }).format(reader.now);
  const isOther = shown(due, { ...reader, locale: 'en' }, year) !== thisYear;
  const time = due.time === null ? {} : ({ hour: 'numeric', minute: '2-digit' } as const);
  return shown(due, reader, { month: 'short', day: 'numeric', ...(isOther && year), ...time });
}

/** The exact moment for the reader, in full. */
export function dueMoment(due: Due, reader: Reader): string {
  return shown(due, reader, { dateStyle: 'full', timeStyle: 'short' });
}

function shown(due: Due, { timeZone, locale }: Reader, format: Intl.DateTimeFormatOptions): string {
  return new Intl.DateTimeFormat(locale, { ...format, timeZone }).format(dueInstant(due));
}
