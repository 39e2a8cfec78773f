import { describe, expect, test } from 'vitest';
import { checkPassword } from './password-rule.ts';

const EMAIL = 'mara.liepa@example.com';

describe('a password', () => {
  test.each([
    'a long walk by the sea',
    'correct horse battery',
    'пароль подлиннее',
    'x7#Kq9!mZ2',
    '山田太郎山田花子です',
  ])('may be %j', (password) => {
    expect(checkPassword(password, EMAIL)).toEqual({ ok: true, value: undefined });
  });

  test.each([
    ['too short', 'x7#Kq9!mZ', 'password-too-short'],
    ['too long', 'xyzw'.repeat(51), 'password-too-long'],
    ['one that everybody uses', 'password123', 'password-too-common'],
    ['one that everybody uses, in capitals', 'QWERTYUIOP', 'password-too-common'],
    ['hardly more than one letter', 'abababababab', 'password-too-common'],
    ['the address', EMAIL, 'password-has-email'],
    ['made of the address', `My ${EMAIL.toUpperCase()}!`, 'password-has-email'],
    ['made of the name in the address', 'mara.liepa2026', 'password-has-email'],
  ])('may not be %s', (_, password, problem) => {
    expect(checkPassword(password, EMAIL)).toEqual({ ok: false, problem });
  });

  test('may hold a short local part by accident', () => {
    expect(checkPassword('a long walk by the sea', 'sea@example.com').ok).toBe(true);
  });
});
