import { describe, expect, it } from 'vitest';
import { LIMITS } from '../kernel/index.ts';
import { defaultAccountName } from './default-account-name.ts';

describe('the name of a new account', () => {
  it('is the name of its owner', () => {
    expect(defaultAccountName('Mara')).toBe('Mara');
    expect(defaultAccountName('لينا حداد')).toBe('لينا حداد');
  });

  it('fits, and is never cut within a character', () => {
    for (const name of ['x'.repeat(LIMITS.accountName + 9), `${'x'.repeat(99)}😀😀😀`, '😀'.repeat(80)]) {
      const account = defaultAccountName(name);
      expect(account.length).toBeLessThanOrEqual(LIMITS.accountName);
      expect(account.isWellFormed()).toBe(true);
      expect(name.startsWith(account)).toBe(true);
    }
  });
});
