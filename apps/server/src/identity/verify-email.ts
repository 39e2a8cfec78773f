import { Refusal } from '@talka/domain/kernel';
import { z } from 'zod';
import type { Caller } from './caller.ts';
import type { IdentityRoom } from './identity-room.ts';
import { joinServer } from './join-server.ts';
import { rememberDevice } from './known-devices.ts';
import { findPersonByEmail } from './people.ts';
import { redeemToken } from './verifications.ts';

const joiningSchema = z.object({
  name: z.string(),
  email: z.string(),
  passwordHash: z.string(),
  language: z.string(),
  timeZone: z.string(),
});

/**
 * Makes a user of somebody who opened the link in the mail. It doesn't sign in: the link may have been sent by
 * another, who knows the password, and who opens it should not find themselves in the other's account.
 * @returns the secret for the device cookie
 */
export async function verifyEmail(room: IdentityRoom, token: string, caller: Caller): Promise<string> {
  await room.auth.load();
  const now = room.clock.now();
  const deviceSecret = caller.deviceSecret ?? room.ids.secret();
  await room.database.transaction(async (tx) => {
    const waiting = await redeemToken(tx, 'sign-up', { token, now });
    if (waiting === null) throw new Refusal('gone', { problem: 'link-used-or-expired' });
    const joining = joiningSchema.parse(waiting);
    if (await findPersonByEmail(tx, joining.email)) throw new Refusal('conflict', { problem: 'email-taken' });
    const userId = await joinServer(room, tx, { ...joining, emailVerified: true });
    await rememberDevice(tx, userId, { deviceSecret, network: caller.network, now });
  });
  return deviceSecret;
}
