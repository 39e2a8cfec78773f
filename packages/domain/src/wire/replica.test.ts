import { describe, expect, test } from 'vitest';
import { boards, columns } from '../boards/index.ts';
import { aBoard, ada, columnId, mika, NOW, run, taskId, userId, vera } from '../boards/testing.ts';
import type { Call } from '../boards/testing.ts';
import type { Role } from '../boards/index.ts';
import type { Row, Store, UserId } from '../kernel/index.ts';
import { dump } from '../kernel/testing.ts';
import { descriptions, tasks } from '../tasks/index.ts';
import { boardStore, Replica, snapshotTables } from './index.ts';
import type { Committed, DeltaFrame } from './index.ts';
import { HELD } from './testing/sim-sql.ts';

const SEED = { todo: ['a', 'b', 'c'], doing: ['x'] };

function aReplica(role: Role = 'member', actor: UserId = mika): Replica {
  const replica = new Replica(boardStore(), { cid: 'me', actor });
  replica.load({ schema: 1, seq: 10, role, tables: snapshotTables(aBoard(SEED)) });
  return replica;
}

/** What the server says after the board's first state, one call a sequence number from 11 on. */
function serverSays(...calls: readonly (readonly [call: Call, c?: string, i?: number])[]) {
  const store = aBoard(SEED);
  const batch = calls.map(([call, c = 'other', i = 1], index): Committed => {
    return { s: 11 + index, c, i, u: ada, p: run(store, call).patches };
  });
  return { store, batch };
}

function delta(change: Partial<DeltaFrame> = {}): DeltaFrame {
  const none = { refused: [], role: 'member', rows: {}, gone: [] } as const;
  return { t: 'delta', board: 'board', from: 10, seq: 10, ack: 0, ...none, ...change };
}

const rename = (id: string, title: string): Call => ['task.rename', { id: taskId(id), title }];
const move = (id: string, column: string, after: string | null): Call => {
  return ['task.move', { id: taskId(id), column: columnId(column), after: after === null ? null : taskId(after) }];
};
const titleOf = (replica: Replica, id: string): string | undefined => replica.store.get(tasks, id)?.title;
const submitRename = (replica: Replica, id: string, title: string) =>
  replica.submit('task.rename', { id: taskId(id), title }, NOW);
const counters = (replica: Replica): readonly number[] => replica.pending.map(({ i }) => i);
const same = (one: Store, other: Store): boolean => dump(one, HELD) === dump(other, HELD);

describe('what a person does', () => {
  test('is there at once, and kept for the server with a counter', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    submitRename(replica, 'b', 'B');
    expect([titleOf(replica, 'a'), titleOf(replica, 'b')]).toEqual(['A', 'B']);
    expect(replica.pending).toMatchObject([
      { i: 1, n: 'task.rename', a: { id: 'a', title: 'A' }, at: NOW },
      { i: 2, n: 'task.rename', a: { id: 'b', title: 'B' }, at: NOW },
    ]);
  });

  test('is refused here already where a rule says no, and then nothing is kept', () => {
    const replica = aReplica();
    expect(submitRename(replica, 'a', ' ')).toEqual({ ok: false, problem: { code: 'text-empty' } });
    expect(submitRename(replica, 'gone', 'x')).toEqual({ ok: false, problem: { code: 'task-gone' } });
    expect(replica.pending).toEqual([]);
    submitRename(replica, 'a', 'A');
    expect(counters(replica)).toEqual([1]);
  });

  test('is refused here already where the role does not allow it', () => {
    const visitor = aReplica('visitor', vera);
    expect(submitRename(visitor, 'a', 'x')).toEqual({ ok: false, problem: { code: 'forbidden' } });
    expect(visitor.submit('member.leave', {}, NOW).ok).toBe(true);
    const nobody = new Replica(boardStore(), { cid: 'me', actor: mika });
    expect(submitRename(nobody, 'a', 'x')).toEqual({ ok: false, problem: { code: 'forbidden' } });
  });

  test('may be leaving the team also for one who owns the account', () => {
    expect(aReplica('account-owner', mika).submit('member.leave', {}, NOW).ok).toBe(true);
    expect(aReplica('account-owner', userId('olga')).submit('member.leave', {}, NOW)).toMatchObject({ ok: false });
  });
});

describe('a batch from the server', () => {
  test('is applied in order', () => {
    const replica = aReplica();
    const { store, batch } = serverSays([rename('a', 'A')], [move('a', 'doing', 'x')], [rename('a', 'AA')]);
    expect(replica.receive(batch)).toBe(true);
    expect(replica.seq).toBe(13);
    expect(same(replica.store, store)).toBe(true);
  });

  test('that is known already, whole or in part, changes nothing twice', () => {
    const replica = aReplica();
    const { store, batch } = serverSays([rename('a', 'A')], [rename('a', 'AA')], [move('a', 'todo', 'c')]);
    expect(replica.receive(batch.slice(0, 2))).toBe(true);
    expect(replica.receive(batch.slice(0, 1))).toBe(true);
    expect(titleOf(replica, 'a')).toBe('AA');
    expect(replica.receive(batch)).toBe(true);
    expect(same(replica.store, store)).toBe(true);
    expect(replica.seq).toBe(13);
  });

  test('with one missing before it, or out of order in itself, is not applied', () => {
    const replica = aReplica();
    const { batch } = serverSays([rename('a', 'A')], [rename('b', 'B')]);
    expect(replica.receive(batch.slice(1))).toBe(false);
    expect(replica.receive(batch.toReversed())).toBe(false);
    expect([replica.seq, titleOf(replica, 'b')]).toEqual([10, 'b']);
    expect(replica.receive([])).toBe(true);
  });

  test('goes beneath what this page did and the server has not decided', () => {
    const replica = aReplica();
    replica.submit('task.move', { id: taskId('a'), column: columnId('doing'), after: taskId('x') }, NOW);
    submitRename(replica, 'b', 'mine');
    replica.receive(serverSays([rename('b', 'theirs')], [move('x', 'todo', null)]).batch);
    expect(titleOf(replica, 'b')).toBe('mine');
    expect(replica.store.list(tasks, 'doing')).toEqual(['a']);
    expect(replica.store.list(tasks, 'todo')).toEqual(['x', 'b', 'c']);
    expect(counters(replica)).toEqual([1, 2]);
  });

  test('with this page’s own command settles it, and the server’s word stands', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    const { store, batch } = serverSays([rename('a', 'A'), 'me', 1]);
    replica.receive(batch);
    expect(replica.pending).toEqual([]);
    expect(same(replica.store, store)).toBe(true);
  });

  test('with a later own command leaves an earlier one open, whose refusal is still to come', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'refused');
    submitRename(replica, 'b', 'B');
    const { store, batch } = serverSays([rename('b', 'B'), 'me', 2]);
    replica.receive(batch);
    expect(counters(replica)).toEqual([1]);
    expect(replica.refuse({ i: 1, code: 'forbidden' })).toHaveLength(1);
    expect(same(replica.store, store)).toBe(true);
  });

  test('of another page with the same counter settles nothing', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    replica.receive(serverSays([rename('b', 'B'), 'other', 1]).batch);
    expect(counters(replica)).toEqual([1]);
  });

  test('that makes an own command impossible leaves it without effect until it is decided', () => {
    const replica = aReplica('admin', ada);
    replica.submit('column.rename', { id: columnId('doing'), name: 'Mine' }, NOW);
    replica.receive(serverSays([['column.delete', { id: columnId('doing'), to: null }]]).batch);
    expect(replica.store.get(columns, 'doing')).toBeUndefined();
    expect(counters(replica)).toEqual([1]);
    expect(replica.refuse({ i: 1, code: 'column-gone' })).toMatchObject([{ problem: { code: 'column-gone' } }]);
    expect(replica.pending).toEqual([]);
  });
});

describe('a refusal', () => {
  test('takes the command back, keeps the others, and says why', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    submitRename(replica, 'b', 'B');
    submitRename(replica, 'a', 'AA');
    const lost = replica.refuse({ i: 1, code: 'text-too-long', info: { max: 500 } });
    expect(lost).toMatchObject([{ pending: { i: 1 }, problem: { code: 'text-too-long', info: { max: 500 } } }]);
    expect([titleOf(replica, 'a'), titleOf(replica, 'b')]).toEqual(['AA', 'B']);
    replica.refuse({ i: 3, code: 'forbidden' });
    expect([titleOf(replica, 'a'), titleOf(replica, 'b')]).toEqual(['a', 'B']);
    expect(counters(replica)).toEqual([2]);
  });

  test('heard twice is told once', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    expect(replica.refuse({ i: 1, code: 'forbidden' })).toHaveLength(1);
    expect(replica.refuse({ i: 1, code: 'forbidden' })).toEqual([]);
    expect(replica.catchUp(delta({ ack: 1, refused: [{ i: 1, code: 'forbidden' }] }))).toEqual([]);
  });
});

describe('catching up', () => {
  test('takes in changed rows and drops those that are gone', () => {
    const replica = aReplica();
    const { store } = serverSays(
      [rename('a', 'A')],
      [['column.delete', { id: columnId('doing'), to: columnId('todo') }]],
    );
    const rows = { task: [...store.rows<Row>(tasks)], detour: [{ id: 'doing', columnId: 'todo' } as Row] };
    expect(replica.catchUp(delta({ seq: 12, rows, gone: ['column/doing'], role: 'admin' }))).toEqual([]);
    expect(same(replica.store, store)).toBe(true);
    expect([replica.seq, replica.role]).toEqual([12, 'admin']);
  });

  test('settles what was decided unheard, tells what was refused, keeps the rest', () => {
    const replica = aReplica();
    for (const [id, title] of [
      ['a', 'A'],
      ['b', 'B'],
      ['c', 'C'],
    ] as const)
      submitRename(replica, id, title);
    const row = { ...replica.store.get(tasks, 'a'), id: 'a', title: 'A' };
    const lost = replica.catchUp(
      delta({ seq: 11, ack: 2, refused: [{ i: 2, code: 'forbidden' }], rows: { task: [row] } }),
    );
    expect(lost).toMatchObject([{ pending: { i: 2 }, problem: { code: 'forbidden' } }]);
    expect(['a', 'b', 'c'].map((id) => titleOf(replica, id))).toEqual(['A', 'b', 'C']);
    expect(counters(replica)).toEqual([3]);
  });

  test('with a delta that does not follow changes nothing', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    const later = delta({ from: 12, seq: 14, ack: 1, role: 'visitor', rows: { task: [] }, gone: ['task/b'] });
    expect(replica.catchUp(later)).toEqual([]);
    expect([replica.seq, replica.role, counters(replica), titleOf(replica, 'b')]).toEqual([10, 'member', [1], 'b']);
  });

  test('with a delta older than this copy changes no row', () => {
    const replica = aReplica();
    const { store, batch } = serverSays([rename('a', 'A')], [rename('a', 'AA')]);
    const old = { ...store.get(tasks, 'a'), id: 'a', title: 'A' };
    replica.receive(batch);
    replica.catchUp(delta({ seq: 11, rows: { task: [old] } }));
    expect([replica.seq, titleOf(replica, 'a')]).toEqual([12, 'AA']);
  });

  test('goes on counting behind what the server has decided', () => {
    const replica = aReplica();
    replica.catchUp(delta({ ack: 7 }));
    submitRename(replica, 'a', 'A');
    expect(counters(replica)).toEqual([8]);
  });
});

describe('starting over from a snapshot', () => {
  test('keeps undecided commands on top', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'mine');
    const { store } = serverSays([rename('a', 'theirs')], [rename('b', 'B')]);
    replica.load({ schema: 1, seq: 12, role: 'admin', tables: snapshotTables(store) });
    expect([titleOf(replica, 'a'), titleOf(replica, 'b')]).toEqual(['mine', 'B']);
    expect([replica.seq, replica.role, counters(replica)]).toEqual([12, 'admin', [1]]);
  });
});

describe('a row that was fetched by itself', () => {
  const text = { id: 'a', text: 'fetched' };

  test('is taken in', () => {
    const replica = aReplica();
    replica.learn(['description/a', text]);
    expect(replica.store.get(descriptions, 'a')).toEqual(text);
  });

  test('does not replace one this copy has, nor what is written here', () => {
    const replica = aReplica();
    replica.submit('task.describe', { id: taskId('a'), text: 'mine' }, NOW);
    replica.learn(['description/a', text]);
    expect(replica.store.get(descriptions, 'a')?.text).toBe('mine');
    replica.refuse({ i: 1, code: 'forbidden' });
    expect(replica.store.get(descriptions, 'a')).toEqual(text);
    replica.learn(['description/a', { ...text, text: 'older' }]);
    expect(replica.store.get(descriptions, 'a')).toEqual(text);
  });
});

describe('a board that is hidden from now on', () => {
  test('is forgotten, and late answers to undecided commands do no harm', () => {
    const replica = aReplica('admin', ada);
    replica.submit('column.delete', { id: columnId('doing'), to: null }, NOW);
    submitRename(replica, 'a', 'A');
    replica.clear();
    expect(replica.refuse({ i: 1, code: 'forbidden' })).toHaveLength(1);
    expect(replica.receive(serverSays([rename('a', 'A')]).batch)).toBe(false);
    expect(replica.catchUp(delta({ seq: 11, gone: [] }))).toEqual([]);
    expect([replica.store.count(boards), replica.store.count(tasks), replica.store.count(columns)]).toEqual([0, 0, 0]);
    expect(counters(replica)).toEqual([2]);
    expect(submitRename(replica, 'a', 'x')).toEqual({ ok: false, problem: { code: 'forbidden' } });
  });

  test('comes back with a snapshot, undecided commands on top', () => {
    const replica = aReplica();
    submitRename(replica, 'a', 'A');
    replica.clear();
    replica.load({ schema: 1, seq: 12, role: 'member', tables: snapshotTables(aBoard(SEED)) });
    expect(titleOf(replica, 'a')).toBe('A');
  });
});
