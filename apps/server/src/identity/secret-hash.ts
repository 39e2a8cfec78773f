import { createHash } from 'node:crypto';

/** How a secret of 32 random bytes is stored: a plain hash is enough, because nobody can guess what went in. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
