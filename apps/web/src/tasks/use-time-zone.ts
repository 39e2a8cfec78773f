import { useSession } from '../app/app-context.ts';
import { ownTimeZone } from '../app/own-time-zone.ts';

/** The reader's time zone: the one of their profile, else this machine's. */
export function useTimeZone(): string {
  return useSession().user.timeZone ?? ownTimeZone();
}
