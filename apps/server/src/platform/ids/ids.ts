import { randomBytes } from 'node:crypto';
import { makeId } from '@talka/domain/kernel';
import type { Clock } from '../clock/clock.ts';

/** The only source of chance for names of things and for secrets; tests give their own. */
export interface Ids {
  /** A UUIDv7: sorts by the time it was made. */
  next(): string;
  /** 32 random bytes as base64url (43 characters), for tokens that nobody may guess. */
  secret(): string;
}

export function createIds(clock: Clock): Ids {
  return {
    next: () => makeId(clock.now(), randomBytes(10)),
    secret: () => randomBytes(32).toString('base64url'),
  };
}
