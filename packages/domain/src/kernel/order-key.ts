import { must } from './must.ts';

/**
 * A place in a manual order, as text that sorts by code unit. A key is a whole part, whose first letter tells its
 * length (`a` = 1 digit, `b` = 2 … upward; `Z` = 1 digit, `Y` = 2 … downward), and a fraction without a trailing
 * zero. Appending thousands of times therefore grows a key by few characters, and there is always room between two.
 */
export type OrderKey = string;

/** A list is given new keys when one of them grows past this many characters. */
export const ORDER_KEY_MAX = 48;

/** Sorts behind every order key: a row whose place begins with it stays last in its list. */
export const BEYOND_KEYS = '~';

const DIGITS = '0123456789ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz';
const FIRST = 'a0';
const KEY = /^(?:[a-z]|[A-Z])[0-9A-Za-z]+$/;

/** A key after `before` and ahead of `next`; null stands for the list's open end. */
export function keyBetween(before: OrderKey | null, next: OrderKey | null): OrderKey {
  if (before !== null && next !== null && before >= next) throw new Error(`no key between ${before} and ${next}`);
  if (before === null) return next === null ? FIRST : keyAhead(next);
  const whole = wholePart(before);
  if (next === null) {
    const raised = raise(whole);
    return raised ?? whole + midpoint(before.slice(whole.length), null);
  }
  const nextWhole = wholePart(next);
  if (whole === nextWhole) return whole + midpoint(before.slice(whole.length), next.slice(nextWhole.length));
  const raised = raise(whole);
  return raised !== null && raised < next ? raised : whole + midpoint(before.slice(whole.length), null);
}

/** `count` keys in order between two ends, spread so that they stay short. */
export function keysBetween(before: OrderKey | null, next: OrderKey | null, count: number): OrderKey[] {
  if (count <= 0) return [];
  if (next === null) return chain(before, count);
  const middle = Math.floor(count / 2);
  const key = keyBetween(before, next);
  return [...keysBetween(before, key, middle), key, ...keysBetween(key, next, count - middle - 1)];
}

export function isOrderKey(text: string): boolean {
  return KEY.test(text) && text.length <= ORDER_KEY_MAX * 2;
}

function chain(before: OrderKey | null, count: number): OrderKey[] {
  const keys: OrderKey[] = [];
  let last = before;
  for (let made = 0; made < count; made += 1) {
    last = keyBetween(last, null);
    keys.push(last);
  }
  return keys;
}

function keyAhead(next: OrderKey): OrderKey {
  const whole = wholePart(next);
  const fraction = next.slice(whole.length);
  if (fraction !== '') return whole;
  return must(lower(whole), 'room ahead of the first key');
}

function wholePart(key: OrderKey): string {
  return key.slice(0, wholeLength(must(key[0], 'a first letter of an order key')));
}

function wholeLength(head: string): number {
  if (head >= 'a' && head <= 'z') return head.charCodeAt(0) - 95;
  if (head >= 'A' && head <= 'Z') return 92 - head.charCodeAt(0);
  throw new Error(`not an order key: ${head}`);
}

/** The next whole part, one digit longer where the digits overflow; null at the very end of the space. */
function raise(whole: string): string | null {
  const digits = [...whole.slice(1)];
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = DIGITS.indexOf(digits[at] ?? '') + 1;
    if (digit < DIGITS.length) {
      digits[at] = must(DIGITS[digit], 'a digit');
      return whole[0] + digits.join('');
    }
    digits[at] = '0';
  }
  return headAfter(must(whole[0], 'a head'), digits);
}

function headAfter(head: string, digits: readonly string[]): string | null {
  if (head === 'Z') return FIRST;
  if (head === 'z') return null;
  const next = String.fromCharCode(head.charCodeAt(0) + 1);
  return next + (next > 'a' ? `${digits.join('')}0` : digits.slice(0, -1).join(''));
}

/** The whole part before, or null at the very start of the space. */
function lower(whole: string): string | null {
  const digits = [...whole.slice(1)];
  for (let at = digits.length - 1; at >= 0; at -= 1) {
    const digit = DIGITS.indexOf(digits[at] ?? '') - 1;
    if (digit >= 0) {
      digits[at] = must(DIGITS[digit], 'a digit');
      return whole[0] + digits.join('');
    }
    digits[at] = 'z';
  }
  return headBefore(must(whole[0], 'a head'), digits);
}

function headBefore(head: string, digits: readonly string[]): string | null {
  if (head === 'a') return 'Zz';
  if (head === 'A') return null;
  const next = String.fromCharCode(head.charCodeAt(0) - 1);
  return next + (next < 'Z' ? `${digits.join('')}z` : digits.slice(0, -1).join(''));
}

/** A fraction between two; `next` null is 1. Neither ends in '0', nor does the answer. */
function midpoint(before: string, next: string | null): string {
  if (next !== null) {
    let shared = 0;
    while (shared < next.length && (before[shared] ?? '0') === next[shared]) shared += 1;
    if (shared > 0) return next.slice(0, shared) + midpoint(before.slice(shared), next.slice(shared));
  }
  const low = before === '' ? 0 : DIGITS.indexOf(must(before[0], 'a digit'));
  const high = next === null ? DIGITS.length : DIGITS.indexOf(must(next[0], 'a digit'));
  if (high - low > 1) return must(DIGITS[Math.round((low + high) / 2)], 'a digit');
  if (next !== null && next.length > 1) return must(next[0], 'a digit');
  return must(DIGITS[low], 'a digit') + midpoint(before.slice(1), null);
}
