import { t } from '@lingui/core/macro';
import { LIMITS } from '@talka/domain/kernel';
import { ApiProblem } from '../app/api-problem.ts';
import type { SignUpForm } from './identity-api.ts';

export type FieldErrors = Partial<Record<keyof SignUpForm, string>>;

/** What the browser can say before the server is asked; empty when all is well. */
export function signUpProblems(form: SignUpForm): FieldErrors {
  const errors: FieldErrors = {};
  if (form.name.trim() === '') errors.name = t`Write your name, as your team knows you.`;
  const email = emailProblem(form.email);
  if (email) errors.email = email;
  const password = passwordProblem(form.password, form.email);
  if (password) errors.password = password;
  return errors;
}

export function emailProblem(email: string): string | undefined {
  const trimmed = email.trim();
  if (trimmed === '') return t`Write your e-mail address.`;
  if (!/^[^\s@]+@[^\s@]+$/.test(trimmed)) return t`An e-mail address looks like name@example.com.`;
  return undefined;
}

export function passwordProblem(password: string, email: string): string | undefined {
  if (password.length < LIMITS.passwordMin) return passwordSentence('password-too-short');
  if (password.length > LIMITS.passwordMax) return passwordSentence('password-too-long');
  const address = email.trim().toLowerCase();
  if (address !== '' && password.toLowerCase().includes(address)) return passwordSentence('password-has-email');
  return undefined;
}

/** The field the server names, with its reason; nothing when the problem isn't about a field. */
export function fieldProblems(problem: unknown): FieldErrors {
  if (!(problem instanceof ApiProblem)) return {};
  if (problem.code === 'conflict') return { email: t`This address has an account already. Sign in instead.` };
  if (problem.code !== 'invalid') return {};
  const reason = String(problem.info.problem ?? problem.info.reason ?? '');
  if (reason.startsWith('password-')) return { password: passwordSentence(reason) };
  switch (problem.info.field) {
    case 'password':
      return { password: passwordSentence(reason) };
    case 'email':
      return { email: t`An e-mail address looks like name@example.com.` };
    case 'name':
      return { name: t`This name can't be used. Write it with up to ${LIMITS.personName} letters.` };
    default:
      return {};
  }
}

function passwordSentence(reason: string): string {
  switch (reason) {
    case 'password-too-short':
    case 'too_small':
      return t`Too short: use at least ${LIMITS.passwordMin} characters.`;
    case 'password-too-long':
    case 'too_big':
      return t`Too long: use at most ${LIMITS.passwordMax} characters.`;
    case 'password-has-email':
      return t`Don't use your e-mail address in it: that is the first guess.`;
    default:
      return t`Too easy to guess: many people use this one. A few words in a row work well.`;
  }
}
