import { createHash } from 'node:crypto';

/** SHA-256, hex: all that is stored of the secret in an invitation's link. */
export function secretHash(secret: string): string {
  return createHash('sha256').update(secret).digest('hex');
}
