import { Refusal } from '@talka/domain/kernel';
import type { Caller } from './caller.ts';
import type { SignUpForm } from './forms.ts';
import type { IdentityRoom } from './identity-room.ts';
import { joinServer, type Joining } from './join-server.ts';
import { hashPassword } from './passwords/password-hash.ts';
import { checkPassword } from './passwords/password-rule.ts';
import { findPersonByEmail } from './people.ts';
import { openSession, type OpenedSession } from './sessions/open-session.ts';
import { SIGN_UP_JOB } from './sign-up-mail.ts';
import { openVerification } from './verifications.ts';

export type SignUpAnswer =
  | { readonly status: 'signed-in'; readonly session: OpenedSession }
  | { readonly status: 'verify-email' };

export const SIGN_UP_LASTS_MS = 24 * 60 * 60 * 1000;

/**
 * With mail, whoever signs up hears only that a mail is on its way, and is no user until its link is opened: so the
 * answer is the same for every address, and nobody can hold another's address or wait in it with a password.
 * Without mail the server takes people at their word.
 */
export async function signUp(room: IdentityRoom, form: SignUpForm, caller: Caller): Promise<SignUpAnswer> {
  const wait = room.throttles.signUp.take(caller.network);
  if (wait > 0) throw new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil(wait / 1000) });
  const checked = checkPassword(form.password, form.email);
  if (!checked.ok) throw new Refusal('invalid', { field: 'password', problem: checked.problem });
  const joining: Joining = {
    name: form.name,
    email: form.email,
    passwordHash: await hashPassword(form.password),
    language: form.language ?? 'en',
    timeZone: form.timeZone ?? 'UTC',
    emailVerified: room.mail.reachesPeople,
  };
  if (!room.mail.reachesPeople) return { status: 'signed-in', session: await joinAtOnce(room, joining, caller) };
  await askByMail(room, joining);
  return { status: 'verify-email' };
}

async function joinAtOnce(room: IdentityRoom, joining: Joining, caller: Caller): Promise<OpenedSession> {
  await room.auth.load();
  try {
    return await room.database.transaction(async (tx) => {
      if (await findPersonByEmail(tx, joining.email)) throw taken();
      return openSession(room, tx, await joinServer(room, tx, joining), caller);
    });
  } catch (error) {
    // Somebody with the same address may have come first at the same moment; the database let only one in.
    if (!(error instanceof Refusal) && (await findPersonByEmail(room.database.kysely, joining.email))) throw taken();
    throw error;
  }
}

function taken(): Refusal {
  return new Refusal('conflict', { field: 'email', problem: 'email-taken' });
}

/** Does the same for a known and for an unknown address; the job finds out which. Too many mails are left out unseen. */
async function askByMail(room: IdentityRoom, joining: Joining): Promise<void> {
  if (room.throttles.mail.take(`sign-up ${joining.email}`) > 0) return;
  await room.database.transaction(async (tx) => {
    const wanted = { value: joining, lastsMs: SIGN_UP_LASTS_MS };
    const verification = await openVerification(room, tx, 'sign-up', wanted);
    const { email, language } = joining;
    await room.jobs.enqueue(tx, SIGN_UP_JOB, { verification, email, language });
  });
}
