import { describe, expect, test } from 'vitest';
import { managesAccount, strongerRole } from './account-role.ts';

describe('a role in an account', () => {
  test('the owner outranks an admin, an admin a member', () => {
    expect(strongerRole('owner', 'admin')).toBe('owner');
    expect(strongerRole('member', 'admin')).toBe('admin');
    expect(strongerRole('member', 'owner')).toBe('owner');
    expect(strongerRole('member', 'member')).toBe('member');
  });

  test('only owner and admins manage the account', () => {
    expect(managesAccount('owner')).toBe(true);
    expect(managesAccount('admin')).toBe(true);
    expect(managesAccount('member')).toBe(false);
  });
});
