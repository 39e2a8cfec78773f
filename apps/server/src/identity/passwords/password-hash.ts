import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import { Refusal } from '@talka/domain/kernel';
import { createGate } from './gate.ts';

/**
 * argon2id as OWASP's password storage sheet gives it first: 46 MiB, one pass, one lane; some 55 ms. The settings
 * with less memory are as strong, but the process never gives theirs back: docs/decisions/passwords.md has figures.
 */
const COST = { memory: 47_104, passes: 1, parallelism: 1, tagLength: 32 };
const PHC = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([A-Za-z0-9+/]+)\$([A-Za-z0-9+/]+)$/;

const derive = promisify(argon2);

// Each hash takes its memory and a core for itself: two at a time leave room for boards to go on.
const gate = createGate(2, 200, () => new Refusal('unavailable', { retryAfterSeconds: 5 }));

/** @returns a PHC string, `$argon2id$v=19$m=…,t=…,p=…$salt$hash` */
export async function hashPassword(password: string): Promise<string> {
  const salt = randomBytes(16);
  const tag = await tagOf(password, salt, COST);
  return `$argon2id$v=19$m=${COST.memory},t=${COST.passes},p=${COST.parallelism}$${unpadded(salt)}$${unpadded(tag)}`;
}

/** Also with no hash it takes as long as with one, so that time doesn't tell whether there is a password. */
export async function isPassword(password: string, hash: string | null): Promise<boolean> {
  const [, memory, passes, parallelism, salt, tag] = PHC.exec(hash ?? '') ?? [];
  if (salt === undefined || tag === undefined) {
    await hashPassword(password);
    return false;
  }
  const expected = Buffer.from(tag, 'base64');
  const tagLength = expected.length;
  const cost = { memory: Number(memory), passes: Number(passes), parallelism: Number(parallelism), tagLength };
  const actual = await tagOf(password, Buffer.from(salt, 'base64'), cost);
  return timingSafeEqual(expected, actual);
}

// The same letters may reach us composed or decomposed, by keyboard and system: NFKC makes them one.
function tagOf(password: string, nonce: Buffer, cost: typeof COST): Promise<Buffer> {
  const message = password.normalize('NFKC');
  return gate.run(() => derive('argon2id', { message, nonce, ...cost }));
}

function unpadded(bytes: Buffer): string {
  return bytes.toString('base64').replace(/=+$/, '');
}
