import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ada, aBoard, columnId, mika, NOW, run, taskId } from '../boards/testing.ts';
import { boards, columns, members } from '../boards/index.ts';
import { must } from '../kernel/index.ts';
import type { Store } from '../kernel/index.ts';
import { assigneesOf, dueOf, tags, tagsOf, tasks } from '../tasks/index.ts';
import { COMMAND_NAMES, Replica, runCommand, UndoStack } from './index.ts';
import type { Committed } from './index.ts';
import { callOf } from './testing/schedule.ts';

const STAGES = { todo: ['a', 'b', 'c'], doing: ['d'], done: ['e'] };

function open() {
  const replica = new Replica(aBoard(STAGES), { cid: 'client', actor: ada });
  replica.role = 'admin';
  return { replica, undo: new UndoStack(replica) };
}

/** What a person sees of a board: names and orders, not the keys behind them. */
function seen(store: Store): unknown {
  const [board] = [...store.rows(boards)];
  return {
    name: must(board, 'a board').name,
    columns: store.list(columns).map((id) => ({
      id,
      name: must(store.get(columns, id), 'a column').name,
      tasks: store.list(tasks, id).map((task) => face(store, task)),
    })),
    tags: store.list(tags).map((id) => store.get(tags, id)?.name),
    team: [...store.rows(members)].map(({ id, role }) => `${id} ${role}`).toSorted(),
  };
}

function face(store: Store, id: string): unknown {
  const task = must(store.get(tasks, id), 'a task');
  const { title, status, priority } = task;
  const people = assigneesOf(store, id).map((member) => member.id);
  const words = tagsOf(store, id).map(({ name, hue }) => `${name} ${hue}`);
  return [id, title, status, priority, dueOf(task), people, words];
}

function todo(store: Store): readonly string[] {
  return store.list(tasks, 'todo');
}

describe('undo', () => {
  test('takes back a move, and redo does it again', () => {
    const { replica, undo } = open();
    undo.run('task.move', { id: taskId('b'), column: columnId('doing'), after: null }, NOW);
    expect(todo(replica.store)).toEqual(['a', 'c']);
    expect(undo.undo(NOW)).toMatchObject({ ok: true, value: { name: 'task.move' } });
    expect(todo(replica.store)).toEqual(['a', 'b', 'c']);
    expect(undo.redo(NOW)).toMatchObject({ ok: true, value: { name: 'task.move' } });
    expect(replica.store.list(tasks, 'doing')).toEqual(['b', 'd']);
    undo.undo(NOW);
    expect(todo(replica.store)).toEqual(['a', 'b', 'c']);
  });

  test('takes back one after the other, newest first', () => {
    const { replica, undo } = open();
    const before = seen(replica.store);
    undo.run('task.rename', { id: taskId('a'), title: 'one' }, NOW);
    undo.run('task.rename', { id: taskId('a'), title: 'two' }, NOW);
    undo.run('column.delete', { id: columnId('doing'), to: columnId('todo') }, NOW);
    undo.undo(NOW);
    undo.undo(NOW);
    expect(replica.store.get(tasks, 'a')?.title).toBe('one');
    undo.undo(NOW);
    expect(seen(replica.store)).toEqual(before);
    expect(undo.undo(NOW)).toBeNull();
  });

  test('brings a deleted column back with its tasks in order, but not those somebody has moved on', () => {
    const { replica, undo } = open();
    undo.run('column.delete', { id: columnId('todo'), to: null }, NOW);
    run(replica.store, ['task.move', { id: taskId('b'), column: columnId('doing'), after: null }], mika);
    undo.undo(NOW);
    expect(todo(replica.store)).toEqual(['a', 'c']);
    expect(replica.store.get(tasks, 'a')?.trashedAt).toBeNull();
    expect(replica.store.list(tasks, 'doing')).toEqual(['b', 'd']);
  });

  test('leaves alone what somebody else has changed since, and says so', () => {
    const { replica, undo } = open();
    undo.run('task.rename', { id: taskId('a'), title: 'mine' }, NOW);
    run(replica.store, ['task.rename', { id: taskId('a'), title: 'theirs' }], mika);
    expect(undo.undo(NOW)).toEqual({ ok: false, problem: { code: 'changed-since' } });
    expect(replica.store.get(tasks, 'a')?.title).toBe('theirs');
    expect(undo.undo(NOW)).toBeNull();
  });

  test('does not take away a column that others have put tasks into', () => {
    const { replica, undo } = open();
    undo.run('column.add', { id: columnId('new'), name: 'New', after: null }, NOW);
    run(replica.store, ['task.move', { id: taskId('a'), column: columnId('new'), after: null }], mika);
    expect(undo.undo(NOW)).toMatchObject({ ok: false });
    expect(replica.store.list(tasks, 'new')).toEqual(['a']);
  });

  test('forgets what could be redone when something new is done', () => {
    const { undo } = open();
    undo.run('task.rename', { id: taskId('a'), title: 'one' }, NOW);
    undo.undo(NOW);
    undo.run('task.rename', { id: taskId('b'), title: 'two' }, NOW);
    expect(undo.redo(NOW)).toBeNull();
  });

  test('holds to the place the server chose, once it has decided', () => {
    const { replica, undo } = open();
    undo.run('task.move', { id: taskId('c'), column: columnId('todo'), after: null }, NOW);
    const decided: Committed = { s: 1, c: 'client', i: 1, u: ada, p: [['task/c', { position: 'Zq' }]] };
    replica.receive([decided]);
    undo.decided([decided]);
    expect(undo.undo(NOW)).toMatchObject({ ok: true });
    expect(todo(replica.store)).toEqual(['a', 'b', 'c']);
  });

  test('takes back any command so that the board looks as before', () => {
    const picks = fc.record({ n: fc.constantFrom(...COMMAND_NAMES), x: fc.nat(30), y: fc.nat(30), z: fc.nat(30) });
    const looksAsBefore = fc.property(fc.array(picks, { maxLength: 12 }), picks, (earlier, last) => {
      const { replica, undo } = open();
      const known = { columns: ['todo', 'doing', 'done', 'trash'], tasks: ['a', 'b', 'c', 'd', 'e'], tags: ['g'] };
      for (const one of earlier) runCommand(replica.store, callOf(one, known), { actor: ada, now: NOW });
      const call = callOf(last, known);
      const before = seen(replica.store);
      const wasThere = new Set([...replica.store.rows(tasks)].map(({ id }) => id));
      const done = undo.run(call.name as 'task.rename', call.args as never, NOW);
      const undone = undo.undo(NOW);
      if (!done.ok || undone === null || !undone.ok) return;
      // What was added lies in Trash now: nothing is ever lost by undoing.
      for (const { id } of [...replica.store.rows(tasks)]) {
        if (!wasThere.has(id)) replica.store.apply([`task/${id}`, null]);
      }
      if (!restoresElsewhere(call.name)) expect(seen(replica.store)).toEqual(before);
    });
    expect(() => fc.assert(looksAsBefore, { numRuns: 1_500 })).not.toThrow();
  });
});

/** Undoing a restore puts tasks on top of Trash, or at the end of a column, wherever in it they were; a role taken back gives no tasks back. */
function restoresElsewhere(name: string): boolean {
  return ['task.restore', 'tasks.restore', 'tasks.trash', 'column.restore', 'member.setRole'].includes(name);
}
