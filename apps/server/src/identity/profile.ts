import type { UserId } from '@talka/domain/kernel';
import type { ProfileForm } from './forms.ts';
import type { IdentityRoom } from './identity-room.ts';

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
  await room.database.kysely.updateTable('users').set(updated).where('id', '=', userId).execute();
}
