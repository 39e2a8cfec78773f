import { describe, expect, test } from 'vitest';
import { ada, aBoard, didNothing, mika, refused, run, taskId, told, userId, vera } from '../boards/testing.ts';
import type { Call } from '../boards/testing.ts';
import { LIMITS } from '../kernel/index.ts';
import type { Store, UserId } from '../kernel/index.ts';
import { assigneesOf, assignments, TASKS_LEFT_AT_ONCE } from './index.ts';

const assign = (task: string, user: UserId): Call => ['task.assign', { id: taskId(task), user }];
const unassign = (task: string, user: UserId): Call => ['task.unassign', { id: taskId(task), user }];
const peopleOf = (store: Store, task: string) => assigneesOf(store, task).map(({ id }) => id);

describe('the people of a task', () => {
  test('are as many of the team as it takes, each once', () => {
    const store = aBoard({ todo: ['a', 'b'] });
    run(store, assign('a', mika));
    run(store, assign('a', ada));
    expect(peopleOf(store, 'a')).toEqual([ada, mika]);
    expect(peopleOf(store, 'b')).toEqual([]);
    expect(didNothing(store, assign('a', ada))).toBe(true);
  });

  test('are told in history by name', () => {
    const store = aBoard({ todo: ['a'] });
    const data = { userId: mika, name: 'Mika' };
    expect(told(store, assign('a', mika))).toEqual([{ kind: 'task.assigned', taskId: 'a', data }]);
    expect(told(store, unassign('a', mika))).toEqual([{ kind: 'task.unassigned', taskId: 'a', data }]);
    expect(didNothing(store, unassign('a', mika))).toBe(true);
  });

  test('are added and taken off one by one, so that two people’s choices add up', () => {
    const [here, there] = [aBoard({ todo: ['a'] }), aBoard({ todo: ['a'] })];
    const mine = run(here, assign('a', ada)).patches;
    const theirs = run(there, assign('a', mika), mika).patches;
    for (const patch of theirs) here.apply(patch);
    for (const patch of mine) there.apply(patch);
    expect([peopleOf(here, 'a'), peopleOf(there, 'a')]).toEqual([
      [ada, mika],
      [ada, mika],
    ]);
  });

  test('aren’t Visitors, nor people who aren’t on the team', () => {
    const store = aBoard({ todo: ['a'] });
    expect(refused(store, assign('a', vera))).toEqual({ code: 'visitor-not-assignable' });
    expect(refused(store, assign('a', userId('nobody')))).toEqual({ code: 'member-gone' });
  });

  test('of a task that is gone are refused', () => {
    expect(refused(aBoard(), assign('gone', ada))).toEqual({ code: 'task-gone' });
    expect(refused(aBoard(), unassign('gone', ada))).toEqual({ code: 'task-gone' });
  });

  test('are fifty at most', () => {
    const store = aBoard({ todo: ['a'] });
    const many = Array.from({ length: LIMITS.assigneesPerTask + 1 }, (_, at) => userId(`u${at}`));
    for (const user of many) run(store, ['member.add', { user, name: user, role: 'member' }]);
    for (const user of many.slice(1)) run(store, assign('a', user));
    expect(refused(store, assign('a', many[0] ?? ada))).toEqual({ code: 'too-many-assignees', info: { max: 50 } });
  });
});

describe('somebody who leaves the team, or only visits from now on', () => {
  test.each<[string, Call, UserId]>([
    ['removed', ['member.remove', { user: mika }], ada],
    ['gone by themselves', ['member.leave', {}], mika],
    ['made Visitor', ['member.setRole', { user: mika, role: 'visitor' }], ada],
  ])('%s is off the tasks that are still to be done, and history says so of each', (_how, call, by) => {
    const store = aBoard({ todo: ['a', 'b', 'c'] });
    for (const task of ['a', 'b', 'c']) run(store, assign(task, mika));
    run(store, assign('a', ada));
    run(store, ['task.trash', { id: taskId('c') }]);
    const events = told(store, call, by).filter(({ kind }) => kind === 'task.unassigned');
    expect(events.map((event) => [event.taskId, event.data['name']])).toEqual([
      ['a', 'Mika'],
      ['b', 'Mika'],
    ]);
    expect(store.list(assignments, 'a')).toEqual([`a.${ada}`]);
    expect(store.list(assignments, 'b')).toEqual([]);
    expect(store.count(assignments)).toBe(2);
    expect(peopleOf(store, 'c')).toEqual([]);
  });

  test('but a Board Admin who becomes Team Member keeps theirs', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, ['member.setRole', { user: mika, role: 'admin' }]);
    run(store, assign('a', mika));
    run(store, ['member.setRole', { user: mika, role: 'member' }]);
    expect(peopleOf(store, 'a')).toEqual([mika]);
  });

  test('as the last Board Admin stays, and keeps theirs', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, assign('a', ada));
    expect(refused(store, ['member.leave', {}])).toEqual({ code: 'last-admin' });
    expect(peopleOf(store, 'a')).toEqual([ada]);
  });

  test('with more tasks than one command takes is shown on none of them', () => {
    const ids = Array.from({ length: TASKS_LEFT_AT_ONCE + 2 }, (_, at) => `t${at}`);
    const store = aBoard({ todo: ids });
    for (const task of ids) run(store, assign(task, mika));
    const { patches } = run(store, ['member.remove', { user: mika }]);
    expect(patches).toHaveLength(TASKS_LEFT_AT_ONCE + 1);
    expect(ids.filter((task) => peopleOf(store, task).length > 0)).toEqual([]);
  });
});
