import { makeId } from '@talka/domain/kernel';

/** The id of something made in this browser, known before the server is asked. */
export function newId(): string {
  return makeId(Date.now(), crypto.getRandomValues(new Uint8Array(10)));
}
