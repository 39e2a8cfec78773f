import { describe, expect, test } from 'vitest';
import { LIMITS } from '../kernel/index.ts';
import { members } from './index.ts';
import { aBoard, refused, run, told, didNothing, userId } from './testing.ts';

const add = (word: string, role: 'visitor' | 'member' | 'admin' = 'member') =>
  ['member.add', { user: userId(word), name: word, role }] as const;

describe('adding a person', () => {
  test('puts them on the team with their role, listed by name', () => {
    const store = aBoard();
    expect(told(store, add('Bela', 'visitor'))).toEqual([
      { kind: 'member.added', taskId: null, data: { userId: 'Bela', name: 'Bela', role: 'visitor' } },
    ]);
    expect(store.get(members, 'Bela')).toEqual({ id: 'Bela', name: 'Bela', role: 'visitor' });
    expect(store.list(members)).toEqual(['ada', 'Bela', 'mika', 'vera']);
  });

  test('who is there already keeps the role they have', () => {
    const store = aBoard();
    expect(didNothing(store, add('mika', 'admin'))).toBe(true);
    expect(store.get(members, 'mika')?.role).toBe('member');
  });

  test('is refused when the team is full', () => {
    const store = aBoard();
    for (let made = store.count(members); made < LIMITS.teamPerBoard; made += 1) run(store, add(`p${made}`));
    expect(refused(store, add('one-more'))).toEqual({ code: 'team-full', info: { max: 1_000 } });
    expect(didNothing(store, add('p5'))).toBe(true);
  });
});
