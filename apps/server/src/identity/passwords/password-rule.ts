import { LIMITS, no, ok, type Result } from '@talka/domain/kernel';
import { COMMON_PASSWORDS } from './common-passwords.ts';

export type PasswordProblem = 'password-too-short' | 'password-too-long' | 'password-too-common' | 'password-has-email';

/** Long enough, not one that everybody tries first, and not the address it goes with. */
export function checkPassword(password: string, email: string): Result<void, PasswordProblem> {
  if (password.length < LIMITS.passwordMin) return no('password-too-short');
  if (password.length > LIMITS.passwordMax) return no('password-too-long');
  const folded = password.toLowerCase();
  if (COMMON_PASSWORDS.has(folded) || new Set(folded).size < 4) return no('password-too-common');
  const [localPart = ''] = email.split('@');
  if (folded.includes(email) || (localPart.length >= 6 && folded.includes(localPart))) return no('password-has-email');
  return ok();
}
