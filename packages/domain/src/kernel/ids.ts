declare const brand: unique symbol;
type Id<Noun extends string> = string & { readonly [brand]: Noun };

/** All ids are UUIDv7 in lower case, so that they sort by the time they were made. */
export type UserId = Id<'user'>;
export type AccountId = Id<'account'>;
export type BoardId = Id<'board'>;
export type ColumnId = Id<'column'>;
export type TaskId = Id<'task'>;
export type TagId = Id<'tag'>;
/** One open copy of a board in one browser; made by the browser. */
export type ClientId = Id<'client'>;

const UUID_V7 = /^[0-9a-f]{8}-[0-9a-f]{4}-7[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/;

export function isId(text: string): boolean {
  return UUID_V7.test(text);
}

/**
 * Makes a UUIDv7 (RFC 9562) out of an instant and chance given by the caller.
 * @param now epoch milliseconds
 * @param chance 10 random bytes
 */
export function makeId(now: number, chance: Uint8Array): string {
  const time = Math.max(0, Math.trunc(now)).toString(16).padStart(12, '0').slice(-12);
  const rest = Array.from(chance.subarray(0, 10), (byte) => byte.toString(16).padStart(2, '0')).join('');
  const variant = ((Number.parseInt(rest[3] ?? '0', 16) & 3) | 8).toString(16);
  return `${time.slice(0, 8)}-${time.slice(8)}-7${rest.slice(0, 3)}-${variant}${rest.slice(4, 7)}-${rest.slice(7, 19)}`;
}
