import { describe, expect, test } from 'vitest';
import { hashPassword, isPassword } from './password-hash.ts';

describe('a stored password', () => {
  test('is known again, and only it', async () => {
    const hash = await hashPassword('a long walk by the sea');
    expect(hash).toMatch(/^\$argon2id\$v=19\$m=47104,t=1,p=1\$[A-Za-z0-9+/]{22}\$[A-Za-z0-9+/]{43}$/);
    expect(await isPassword('a long walk by the sea', hash)).toBe(true);
    expect(await isPassword('A long walk by the sea', hash)).toBe(false);
    expect(await isPassword('', hash)).toBe(false);
  });

  test('looks different each time', async () => {
    expect(await hashPassword('a long walk by the sea')).not.toBe(await hashPassword('a long walk by the sea'));
  });

  test('is known however its letters were composed', async () => {
    const hash = await hashPassword('Kārlis un Bērziņš'.normalize('NFD'));
    expect(await isPassword('Kārlis un Bērziņš'.normalize('NFC'), hash)).toBe(true);
  });

  test('made at another cost is known too', async () => {
    const { argon2Sync } = await import('node:crypto');
    const salt = Buffer.from('0123456789abcdef');
    const parameters = {
      message: 'old password',
      nonce: salt,
      memory: 8_192,
      passes: 1,
      parallelism: 2,
      tagLength: 16,
    };
    const tag = argon2Sync('argon2id', parameters);
    const text = (bytes: Buffer): string => bytes.toString('base64').replace(/=+$/, '');
    const hash = `$argon2id$v=19$m=8192,t=1,p=2$${text(salt)}$${text(tag)}`;
    expect(await isPassword('old password', hash)).toBe(true);
    expect(await isPassword('new password', hash)).toBe(false);
  });

  test.each([null, '', 'plain', '$argon2id$v=19$m=x', '$2b$10$abc'])('that is %j fits nothing', async (hash) => {
    expect(await isPassword('a long walk by the sea', hash)).toBe(false);
    expect(await isPassword(hash ?? 'null', hash)).toBe(false);
  });
});
