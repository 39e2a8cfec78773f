import type { InvitationTable } from './tables.ts';

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

export const INVITATION_VALID_DAYS = 14;
export const INVITATION_VALID_MS: number = INVITATION_VALID_DAYS * DAY_MS;

/** One person invites this many addresses in an hour, over all boards. */
export const INVITATIONS_PER_HOUR = 100;
/** One person makes this many invitations for one address in a day, over all boards, revoked ones included. */
export const INVITATIONS_PER_ADDRESS = 3;

/**
 * When its mail may be sent again, epoch milliseconds: after ten minutes, then each time after as long as it has been
 * on its way, at last once a day. It holds for fourteen days from its latest mail, so that tells when that was.
 */
export function mayMailAt({ created_at, expires_at }: Pick<InvitationTable, 'created_at' | 'expires_at'>): number {
  const mailedAt = expires_at - INVITATION_VALID_MS;
  const wait = Math.min(DAY_MS, Math.max(10 * MINUTE_MS, mailedAt - created_at));
  return mailedAt + wait;
}
