import { z } from 'zod';
import type { IdentityRoom } from './identity-room.ts';
import { accountExistsMail } from './mails/account-exists-mail.ts';
import { verifyAddressMail } from './mails/verify-address-mail.ts';
import { findPersonByEmail } from './people.ts';
import { dropVerification, issueToken } from './verifications.ts';

export const SIGN_UP_JOB = 'identity.sign-up';

const schema = z.object({ verification: z.string(), email: z.string(), language: z.string() });

/** Answers a sign-up by mail: a link for a new address, a hint for one that has an account. */
export function handleSignUpMails(room: IdentityRoom): void {
  room.jobs.handle(SIGN_UP_JOB, schema, async ({ verification, email, language }, { jobId }) => {
    const known = await findPersonByEmail(room.database.kysely, email);
    if (known) {
      await dropVerification(room.database.kysely, verification);
      const url = `${room.config.baseUrl}/sign-in`;
      return room.mail.deliver({ to: email, ...accountExistsMail(known.language, url) }, jobId);
    }
    const token = await issueToken(room, 'sign-up', verification);
    if (token === null) return;
    const url = `${room.config.baseUrl}/verify#${token}`;
    await room.mail.deliver({ to: email, ...verifyAddressMail(language, url) }, jobId);
  });
}
