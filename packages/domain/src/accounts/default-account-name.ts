import { LIMITS } from '../kernel/index.ts';

/**
 * The name an account gets from the person who signs up, until they change it: their own name, which reads right in
 * every language. Cut at a code point, so that no half of a surrogate pair is stored.
 */
export function defaultAccountName(personName: string): string {
  const cut = personName.slice(0, LIMITS.accountName);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
