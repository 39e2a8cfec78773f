import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { members } from '../boards/index.ts';
import { aBoard, columnId, run, taskId } from '../boards/testing.ts';
import { dump } from '../kernel/testing.ts';
import { descriptions } from '../tasks/index.ts';
import { fromColumns, loadSnapshot, snapshotTables, storeOf, toColumns, boardStore } from './index.ts';
import type { Snapshot } from './index.ts';
import { play } from './testing/sim-world.ts';
import { schedules } from './testing/schedule.ts';
import { HELD } from './testing/sim-sql.ts';

const overTheWire = (tables: Snapshot['tables']): Snapshot =>
  JSON.parse(JSON.stringify({ schema: 1, seq: 7, role: 'member', tables })) as Snapshot;

describe('a snapshot', () => {
  test('travels column by column', () => {
    const tables = snapshotTables(aBoard({ todo: ['a', 'b'] }));
    expect(tables['member']).toEqual({
      id: ['ada', 'mika', 'vera'],
      name: ['Ada', 'Mika', 'Vera'],
      role: ['admin', 'member', 'visitor'],
    });
    expect(tables['task']?.['id']).toEqual(['a', 'b']);
    expect(tables['detour']).toEqual({});
  });

  test('carries every row and every list', () => {
    const store = aBoard({ todo: ['a', 'b', 'c'], doing: ['x'], done: ['z'] });
    run(store, ['task.trash', { id: taskId('b') }]);
    run(store, ['column.delete', { id: columnId('doing'), to: columnId('todo') }]);
    expect(dump(storeOf(overTheWire(snapshotTables(store))), HELD)).toBe(dump(store, HELD));
  });

  test('carries whatever a board has become', () => {
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { store } = play(schedule).server;
        expect(dump(storeOf(overTheWire(snapshotTables(store))), HELD)).toBe(dump(store, HELD));
      }),
      { numRuns: 50 },
    );
  });

  test('leaves texts out that are fetched one by one', () => {
    const store = aBoard({ todo: ['a'] });
    run(store, ['task.describe', { id: taskId('a'), text: 'long' }]);
    const copy = storeOf(overTheWire(snapshotTables(store)));
    expect(copy.count(descriptions)).toBe(0);
    expect(Object.keys(snapshotTables(store))).not.toContain('description');
  });

  test('of a later version is read as far as it is known', () => {
    const store = boardStore();
    loadSnapshot(store, { tables: { ...snapshotTables(aBoard()), later: { id: ['x'] } } });
    expect(store.count(members)).toBe(3);
  });
});

describe('columns of rows', () => {
  test('become the same rows again, a missing field null', () => {
    const row = { id: 'a', one: 1, two: null, three: 'x' };
    expect(fromColumns(toColumns([row, { ...row, id: 'b' }]))).toEqual([row, { ...row, id: 'b' }]);
    expect(toColumns([row, { id: 'c' }])).toMatchObject({ id: ['a', 'c'], three: ['x', null] });
  });

  test('of no rows are none', () => {
    expect(toColumns([])).toEqual({});
    expect(fromColumns({})).toEqual([]);
  });
});
