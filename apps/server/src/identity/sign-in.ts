import { Refusal, type UserId } from '@talka/domain/kernel';
import type { Caller } from './caller.ts';
import type { SignInForm } from './forms.ts';
import type { IdentityRoom } from './identity-room.ts';
import { familiarityOf } from './known-devices.ts';
import { isPassword } from './passwords/password-hash.ts';
import { openSession, type OpenedSession } from './sessions/open-session.ts';

/** The same refusal, after the same work, for a wrong password and for an address nobody has. */
export async function signIn(room: IdentityRoom, form: SignInForm, caller: Caller): Promise<OpenedSession> {
  const auth = await room.auth.load();
  const familiarity = await familiarityOf(room.database.kysely, form.email, caller);
  const { network } = caller;
  const attempt = await room.throttles.signIn.enter({ email: form.email, network, familiarity });
  const found = await auth.findUserByEmail(form.email, { includeAccounts: true });
  const credential = found?.accounts.find((account) => account.providerId === 'credential');
  const isRight = await isPassword(form.password, credential?.password ?? null);
  if (!found || !isRight) throw new Refusal('invalid', { problem: 'wrong-email-or-password' });
  attempt.succeeded();
  return room.database.transaction((tx) => openSession(room, tx, found.user.id as UserId, caller));
}
