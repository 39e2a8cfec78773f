import { describe, expect, test } from 'vitest';
import { members } from './index.ts';
import { aBoard, ada, mika, refused, run, told, userId, vera } from './testing.ts';

const remove = (word: string) => ['member.remove', { user: userId(word) }] as const;
const leave = ['member.leave', {}] as const;

describe('removing a person', () => {
  test('takes them off the team and keeps their name in history', () => {
    const store = aBoard();
    expect(told(store, remove('mika'))).toEqual([
      { kind: 'member.removed', taskId: null, data: { userId: 'mika', name: 'Mika' } },
    ]);
    expect(store.list(members)).toEqual([ada, vera]);
  });

  test('is refused for somebody not on the team and for the last Board Admin', () => {
    const store = aBoard();
    expect(refused(store, remove('gone'))).toEqual({ code: 'member-gone' });
    expect(refused(store, remove('ada'), mika)).toEqual({ code: 'last-admin' });
    expect(refused(store, remove('ada'))).toEqual({ code: 'last-admin' });
  });
});

describe('leaving a board', () => {
  test('takes oneself off the team', () => {
    const store = aBoard();
    expect(told(store, leave, vera)).toEqual([
      { kind: 'member.left', taskId: null, data: { userId: 'vera', name: 'Vera' } },
    ]);
    expect(store.get(members, vera)).toBeUndefined();
  });

  test('the last Board Admin cannot leave; with another one they can', () => {
    const store = aBoard();
    expect(refused(store, leave)).toEqual({ code: 'last-admin' });
    run(store, ['member.setRole', { user: mika, role: 'admin' }]);
    run(store, leave);
    expect(store.list(members)).toEqual([mika, vera]);
    expect(refused(store, leave, mika)).toEqual({ code: 'last-admin' });
  });

  test('who is not on the team has nothing to leave', () => {
    expect(refused(aBoard(), leave, userId('gone'))).toEqual({ code: 'member-gone' });
  });
});
