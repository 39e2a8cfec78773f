import { describe, expect, test } from 'vitest';
import { BOARD_ROLES, isLastAdmin, members } from './index.ts';
import type { BoardRole } from './index.ts';
import { aBoard, ada, mika, refused, run, told, didNothing, userId, vera } from './testing.ts';

const setRole = (word: string, role: BoardRole) => ['member.setRole', { user: userId(word), role }] as const;

describe('a role on a board', () => {
  test('is changed to any other, and history says from what to what', () => {
    for (const role of BOARD_ROLES.filter((one) => one !== 'member')) {
      const store = aBoard();
      expect(told(store, setRole('mika', role))).toEqual([
        { kind: 'member.role-changed', taskId: null, data: { userId: 'mika', name: 'Mika', from: 'member', to: role } },
      ]);
      expect(store.get(members, mika)?.role).toBe(role);
    }
  });

  test('set to what it is is nothing to do, also for the last Board Admin', () => {
    expect(didNothing(aBoard(), setRole('vera', 'visitor'))).toBe(true);
    expect(didNothing(aBoard(), setRole('ada', 'admin'))).toBe(true);
  });

  test('of somebody who is not on the team cannot be changed', () => {
    expect(refused(aBoard(), setRole('gone', 'admin'))).toEqual({ code: 'member-gone' });
  });

  test('of the last Board Admin stays', () => {
    const store = aBoard();
    expect(refused(store, setRole('ada', 'member'))).toEqual({ code: 'last-admin' });
    expect(refused(store, setRole('ada', 'visitor'))).toEqual({ code: 'last-admin' });
    run(store, setRole('mika', 'admin'));
    run(store, setRole('ada', 'visitor'));
    expect(refused(store, setRole('mika', 'member'))).toEqual({ code: 'last-admin' });
  });
});

describe('the last Board Admin', () => {
  test('is the only one in that role', () => {
    const store = aBoard();
    expect(isLastAdmin(store, ada)).toBe(true);
    expect([mika, vera, userId('gone')].map((one) => isLastAdmin(store, one))).toEqual([false, false, false]);
    run(store, setRole('mika', 'admin'));
    expect([ada, mika].map((one) => isLastAdmin(store, one))).toEqual([false, false]);
  });
});
