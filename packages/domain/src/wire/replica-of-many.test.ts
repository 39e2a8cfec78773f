import { describe, expect, it } from 'vitest';
import { boards, columns } from '../boards/index.ts';
import type { ColumnId, UserId } from '../kernel/index.ts';
import { tasks } from '../tasks/index.ts';
import type { DeltaFrame } from './frames.ts';
import { Replica } from './replica.ts';
import { boardStore } from './tables.ts';
import { snapshotTables } from './snapshot.ts';
import type { Snapshot } from './snapshot.ts';

const ANNA = 'anna' as UserId;
const TODO = 'todo' as ColumnId;
const DOING = 'doing' as ColumnId;

function aSnapshot(name = 'Garden'): Snapshot {
  const store = boardStore();
  store.load(boards, [{ id: 'board', accountId: 'account', kind: 'task', name, createdAt: 0 }]);
  store.load(columns, [
    { id: TODO, kind: 'stage', name: 'To Do', position: 'a0' },
    { id: DOING, kind: 'stage', name: 'Doing', position: 'a1' },
  ]);
  return { schema: 1, seq: 5, role: 'admin', tables: snapshotTables(store) };
}

function aReplica(cid = 'tab-1'): Replica {
  const replica = new Replica(boardStore(), { cid, actor: ANNA });
  replica.load(aSnapshot());
  return replica;
}

function aDelta(fields: Partial<DeltaFrame>): DeltaFrame {
  return {
    t: 'delta',
    board: 'board',
    from: 5,
    seq: 5,
    ack: 0,
    refused: [],
    role: 'admin',
    rows: {},
    gone: [],
    ...fields,
  };
}

const rename = (id: ColumnId, name: string) => ['column.rename', { id, name }] as const;
const nameOf = (replica: Replica, id: string) => replica.store.get(columns, id)?.name;

describe('commands of other tabs and earlier visits', () => {
  it('are shown, once however often they are told', () => {
    const one = aReplica('tab-1');
    const other = aReplica('tab-2');
    const made = one.submit(...rename(TODO, 'Soon'), 1);
    if (!made.ok) throw new Error('refused');
    other.adopt(made.value);
    other.adopt(made.value);
    expect(nameOf(other, TODO)).toBe('Soon');
    expect(other.pending).toHaveLength(1);
    other.dismiss(({ c }) => c === 'tab-1');
    expect(nameOf(other, TODO)).toBe('To Do');
  });

  it('have no effect when what kept them spoiled them, and stay for the server to refuse', () => {
    const replica = aReplica();
    replica.adopt({ c: 'tab-9', i: 1, n: 'column.polish' as 'column.rename', a: null, at: 1 });
    replica.adopt({ c: 'tab-9', i: 2, n: 'column.rename', a: null, at: 1 });
    replica.submit(...rename(TODO, 'Soon'), 1);
    replica.load(aSnapshot());
    expect(nameOf(replica, TODO)).toBe('Soon');
    expect(replica.pending).toHaveLength(3);
  });

  it('are forgotten by the counter of their own client alone', () => {
    const replica = aReplica('tab-2');
    replica.adopt({ c: 'tab-1', i: 1, n: 'column.rename', a: { id: TODO, name: 'Soon' }, at: 1 });
    replica.submit(...rename(DOING, 'Now'), 2);
    replica.catchUp(aDelta({ c: 'tab-1', ack: 1 }));
    expect(replica.pending.map(({ c }) => c)).toEqual(['tab-2']);
    expect(nameOf(replica, TODO)).toBe('To Do');
    const patches = [['column/doing', { name: 'Now' }]] as const;
    expect(replica.receive([{ s: 6, c: 'tab-2', i: 1, u: ANNA, p: patches }])).toBe(true);
    expect(replica.pending).toEqual([]);
    expect(nameOf(replica, DOING)).toBe('Now');
  });

  it('are lost by the refusal of their own client alone', () => {
    const replica = aReplica('tab-2');
    replica.adopt({ c: 'tab-1', i: 1, n: 'column.rename', a: { id: TODO, name: 'Soon' }, at: 1 });
    replica.submit(...rename(DOING, 'Now'), 2);
    expect(replica.refuse({ i: 1, code: 'forbidden' }, 'tab-1')).toMatchObject([
      { pending: { c: 'tab-1', i: 1 }, problem: { code: 'forbidden' } },
    ]);
    expect(nameOf(replica, TODO)).toBe('To Do');
    expect(nameOf(replica, DOING)).toBe('Now');
  });
});

describe('counters the server cannot follow', () => {
  it('begin anew under another client, and go on there', () => {
    const replica = aReplica('tab-1');
    replica.catchUp(aDelta({ ack: 7 }));
    replica.submit(...rename(TODO, 'Soon'), 1);
    replica.adopt({ c: 'tab-9', i: 4, n: 'column.rename', a: { id: DOING, name: 'Now' }, at: 1 });
    expect(replica.reissue('tab-1', 'tab-3')).toMatchObject([{ c: 'tab-3', i: 1 }]);
    const next = replica.submit(...rename(TODO, 'Later'), 2);
    expect(next).toMatchObject({ ok: true, value: { c: 'tab-3', i: 2 } });
    expect(replica.pending.map(({ c, i }) => `${c} ${i}`)).toEqual(['tab-3 1', 'tab-9 4', 'tab-3 2']);
  });
});

describe('what the server said', () => {
  it('is seen without the undecided commands, which stay', () => {
    const replica = aReplica();
    replica.submit(...rename(TODO, 'Soon'), 1);
    expect(replica.base((store) => store.get(columns, TODO)?.name)).toBe('To Do');
    expect(nameOf(replica, TODO)).toBe('Soon');
    expect(replica.pending).toHaveLength(1);
  });

  it('is restored under them', () => {
    const replica = aReplica();
    replica.submit(...rename(TODO, 'Soon'), 1);
    replica.restore({ seq: 9, role: 'member' }, (store) => {
      store.load(boards, [{ id: 'board', accountId: 'account', kind: 'task', name: 'Garden', createdAt: 0 }]);
      store.load(columns, [{ id: TODO, kind: 'stage', name: 'Backlog', position: 'a0' }]);
    });
    expect(nameOf(replica, TODO)).toBe('Soon');
    expect(replica.base((store) => store.get(columns, TODO)?.name)).toBe('Backlog');
    expect([replica.seq, replica.role, replica.store.count(tasks)]).toEqual([9, 'member', 0]);
  });
});
