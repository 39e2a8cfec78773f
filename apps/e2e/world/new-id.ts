import { randomBytes } from 'node:crypto';
import { makeId } from '../../../packages/domain/src/kernel/index.ts';

export function newId(): string {
  return makeId(Date.now(), randomBytes(10));
}
