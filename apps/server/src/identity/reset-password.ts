import { Refusal, type UserId } from '@talka/domain/kernel';
import type { Transaction } from 'kysely';
import { z } from 'zod';
import type { Tables } from '../platform/database/tables.ts';
import type { Caller } from './caller.ts';
import type { IdentityRoom } from './identity-room.ts';
import { rememberDevice } from './known-devices.ts';
import { resetPasswordMail } from './mails/reset-password-mail.ts';
import { hashPassword } from './passwords/password-hash.ts';
import { checkPassword } from './passwords/password-rule.ts';
import { findPersonByEmail } from './people.ts';
import { endSessionsExcept } from './sessions/session-store.ts';
import { dropVerification, issueToken, openVerification, peekToken, redeemToken } from './verifications.ts';

const RESET_LASTS_MS = 60 * 60 * 1000;
const RESET_JOB = 'identity.reset';

const askedSchema = z.object({ email: z.string(), verification: z.string() });
const waitingSchema = z.object({ email: z.string() });

/** Does the same whether somebody has the address or nobody; the job finds out. */
export async function askForReset(room: IdentityRoom, email: string, caller: Caller): Promise<void> {
  const wait = room.throttles.reset.take(caller.network);
  if (wait > 0) throw new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil(wait / 1000) });
  if (room.throttles.mail.take(`reset ${email}`) > 0) return;
  await room.database.transaction(async (tx) => {
    const verification = await openVerification(room, tx, 'reset', { value: { email }, lastsMs: RESET_LASTS_MS });
    await room.jobs.enqueue(tx, RESET_JOB, { email, verification });
  });
}

export function handleResetMails(room: IdentityRoom): void {
  room.jobs.handle(RESET_JOB, askedSchema, async ({ email, verification }, { jobId }) => {
    const person = await findPersonByEmail(room.database.kysely, email);
    if (!person) return dropVerification(room.database.kysely, verification);
    const token = await issueToken(room, 'reset', verification);
    if (token === null) return;
    const url = `${room.config.baseUrl}/reset#${token}`;
    await room.mail.deliver({ to: email, ...resetPasswordMail(person.language, url) }, jobId);
  });
}

/** What the browser gets, and which sessions are over. */
export interface ResetDone {
  readonly deviceSecret: string;
  readonly endedIds: readonly string[];
}

/** Sets the password of whoever got the mail, and ends every session: also that of one who should not have it. */
export async function redeemReset(
  room: IdentityRoom,
  form: { readonly token: string; readonly password: string },
  caller: Caller,
): Promise<ResetDone> {
  const waiting = waitingSchema.safeParse(await peekToken(room, 'reset', form.token));
  if (!waiting.success) throw usedOrExpired();
  const { email } = waiting.data;
  const checked = checkPassword(form.password, email);
  if (!checked.ok) throw new Refusal('invalid', { field: 'password', problem: checked.problem });
  const passwordHash = await hashPassword(form.password);
  await room.auth.load();
  return room.database.transaction(async (tx) => {
    const now = room.clock.now();
    const redeemed = await redeemToken(tx, 'reset', { token: form.token, now });
    const person = redeemed === null ? null : await findPersonByEmail(tx, email);
    if (!person) throw usedOrExpired();
    await setPassword(room, tx, person.id, passwordHash);
    await dropOtherResets(tx, email);
    const deviceSecret = caller.deviceSecret ?? room.ids.secret();
    await rememberDevice(tx, person.id, { deviceSecret, network: caller.network, now });
    return { deviceSecret, endedIds: await endSessionsExcept(tx, person.id, null) };
  });
}

/** Who reads the mails of an address has also verified it. */
async function setPassword(room: IdentityRoom, tx: Transaction<Tables>, userId: UserId, hash: string): Promise<void> {
  const auth = await room.auth.load();
  const updatedAt = new Date(room.clock.now());
  await room.auth.within(tx, async () => {
    await auth.updatePassword(userId, hash);
    await auth.updateUser(userId, { emailVerified: true, updatedAt });
  });
}

async function dropOtherResets(tx: Transaction<Tables>, email: string): Promise<void> {
  const value = JSON.stringify({ email });
  await tx.deleteFrom('verifications').where('identifier', 'like', 'reset:%').where('value', '=', value).execute();
}

function usedOrExpired(): Refusal {
  return new Refusal('gone', { problem: 'link-used-or-expired' });
}
