import { LIMITS } from '@talka/domain/kernel';
import { z } from 'zod';

/** What people send, parsed at the edge; fields that are not named here are dropped. */
export const email = z.string().trim().toLowerCase().max(LIMITS.email).pipe(z.email());

// Control characters and those that turn the direction of text around: never part of a name, only of a trick.
const UNSEEN = /[\p{Cc}\u2028\u2029\u202A-\u202E\u2066-\u2069]/u;

export const personName = z
  .string()
  .normalize('NFC')
  .trim()
  .min(1)
  .max(LIMITS.personName)
  .refine((name) => name.isWellFormed() && !UNSEEN.test(name));

/** How good a password is, is said by `checkPassword`; here only that nobody sends a book. */
const password = z.string().min(1).max(LIMITS.passwordMax);

const language = z.string().max(35).refine(isLanguage);
const timeZone = z.string().max(64).refine(isTimeZone);
const token = z.string().regex(/^[A-Za-z0-9_-]{43}$/);

export const signUpForm = z.object({
  name: personName,
  email,
  password,
  language: language.optional(),
  timeZone: timeZone.optional(),
});
export const signInForm = z.object({ email, password });
export const resetForm = z.object({ email });
export const redeemResetForm = z.object({ token, password });
export const redeemVerificationForm = z.object({ token });
export const profileForm = z.object({
  name: personName.optional(),
  language: language.optional(),
  theme: z.enum(['system', 'light', 'dark']).optional(),
  timeZone: timeZone.optional(),
});

export type SignUpForm = z.infer<typeof signUpForm>;
export type SignInForm = z.infer<typeof signInForm>;
export type ProfileForm = z.infer<typeof profileForm>;

function isLanguage(tag: string): boolean {
  try {
    return Intl.getCanonicalLocales(tag).length === 1;
  } catch {
    return false;
  }
}

function isTimeZone(name: string): boolean {
  try {
    return new Intl.DateTimeFormat('en', { timeZone: name }).resolvedOptions().timeZone !== '';
  } catch {
    return false;
  }
}
