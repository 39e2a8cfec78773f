import { describe, expect, test } from 'vitest';
import { LIMITS } from '../kernel/index.ts';
import { defaultAccountName } from './default-account-name.ts';

describe('the name of a new account', () => {
  test('is taken from the person', () => {
    expect(defaultAccountName('Mara')).toBe('Mara’s account');
  });

  test('stays within the limit without cutting a character in half', () => {
    for (const name of ['x'.repeat(LIMITS.personName), `${'x'.repeat(88)}😀😀😀`, '😀'.repeat(50)]) {
      const account = defaultAccountName(name);
      expect(account.length).toBeLessThanOrEqual(LIMITS.accountName);
      expect(account.isWellFormed()).toBe(true);
      expect(account.endsWith('’s account')).toBe(true);
    }
  });
});
