import { LIMITS } from '../kernel/index.ts';

/** The name an account gets from the person who signs up, until they change it. */
export function defaultAccountName(personName: string): string {
  const suffix = '’s account';
  return `${wholeCharacters(personName, LIMITS.accountName - suffix.length)}${suffix}`;
}

/** Cuts at a code point, so that no half of a surrogate pair is stored. */
function wholeCharacters(text: string, length: number): string {
  const cut = text.slice(0, length);
  return cut.isWellFormed() ? cut : cut.slice(0, -1);
}
