import { randomBytes } from 'node:crypto';
import { makeId } from '@talka/domain/kernel';

/** An id as browsers make them, of whatever kind the test needs. */
export function newId<Id extends string = string>(): Id {
  return makeId(Date.now(), randomBytes(10)) as Id;
}
