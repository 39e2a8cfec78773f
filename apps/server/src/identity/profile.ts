import type { UserId } from '@talka/domain/kernel';
import type { ProfileForm } from './forms.ts';
import type { IdentityRoom } from './identity-room.ts';

/** A job for whoever shows people by name; `{ userId }`. The name to show is the one that then is theirs. */
export const PERSON_RENAMED = 'person-renamed';

/** Changes what a person says of themselves; what isn't given stays. */
export async function changeProfile(room: IdentityRoom, userId: UserId, form: ProfileForm): Promise<void> {
  const { name, language, theme, timeZone } = form;
  const change = {
    ...(name === undefined ? {} : { name }),
    ...(language === undefined ? {} : { language }),
    ...(theme === undefined ? {} : { theme }),
    ...(timeZone === undefined ? {} : { time_zone: timeZone }),
  };
  if (Object.keys(change).length === 0) return;
  const updated = { ...change, updated_at: room.clock.now() };
  await room.database.transaction(async (tx) => {
    await tx.updateTable('users').set(updated).where('id', '=', userId).execute();
    if (name !== undefined) await room.jobs.enqueue(tx, PERSON_RENAMED, { userId });
  });
  room.jobs.wake();
}
