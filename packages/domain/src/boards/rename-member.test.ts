import { describe, expect, test } from 'vitest';
import { members } from './index.ts';
import { aBoard, mika, refused, run, userId } from './testing.ts';

describe('renaming a member', () => {
  test('shows the person by the new name, in its place among the others, without a line of history', () => {
    const store = aBoard();
    const { events } = run(store, ['member.rename', { user: mika, name: ' Aaron ' }], mika);
    expect(store.get(members, mika)).toMatchObject({ name: 'Aaron', role: 'member' });
    expect(store.list(members)[0]).toBe(mika);
    expect(events).toEqual([]);
  });

  test('refuses an empty name, and somebody who is not on the board', () => {
    const store = aBoard();
    expect(refused(store, ['member.rename', { user: mika, name: ' ' }], mika)).toMatchObject({ code: 'text-empty' });
    expect(refused(store, ['member.rename', { user: userId('olga'), name: 'Olga' }])).toEqual({ code: 'member-gone' });
  });
});
