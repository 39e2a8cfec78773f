import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { makeId } from '../kernel/index.ts';
import { packColumns, unpackColumns } from './pack-columns.ts';
import { packIds, unpackIds } from './pack-ids.ts';

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });
const ids = fc.array(fc.tuple(fc.nat({ max: 2 ** 47 }), chance).map(([now, bytes]) => makeId(now, bytes)));

const overTheWire = <Value>(value: Value): Value => JSON.parse(JSON.stringify(value)) as Value;

describe('packed ids', () => {
  test('become the same ids again, whatever their times and order', () => {
    fc.assert(
      fc.property(ids, (some) => {
        const packed = packIds(some);
        expect(packed === null ? null : unpackIds(overTheWire(packed))).toEqual(some);
      }),
    );
  });

  test('keep the least and the greatest id there can be', () => {
    const edges = ['00000000-0000-7000-8000-000000000000', 'ffffffff-ffff-7fff-bfff-ffffffffffff'];
    expect(unpackIds(overTheWire(packIds(edges) ?? { steps: [], variants: '', chance: '' }))).toEqual(edges);
  });

  test('take a third of their characters', () => {
    const many = Array.from({ length: 100 }, (_, at) => makeId(1_790_000_000_000 + at, new Uint8Array(10).fill(at)));
    expect(JSON.stringify(packIds(many)).length).toBeLessThan(JSON.stringify(many).length / 2);
  });

  test('are not made of names that are no ids of ours', () => {
    expect(packIds(['a', 'b'])).toBeNull();
    expect(packIds([makeId(1, new Uint8Array(10)).toUpperCase().replace('0', 'A')])).toBeNull();
    expect(packIds([7])).toBeNull();
  });
});

describe('packed columns', () => {
  test('say a repeated value once', () => {
    const places = Array.from({ length: 40 }, (_, at) => (at % 2 === 0 ? 'todo' : 'done'));
    const nothing = places.map(() => null);
    expect(packColumns({ places, nothing })).toEqual({
      places: { of: ['todo', 'done'], at: places.map((place) => (place === 'todo' ? 0 : 1)) },
      nothing: { of: [null], at: nothing.map(() => 0) },
    });
  });

  test('leave short and varied ones as they are', () => {
    const columns = { few: ['x', 'x', 'x'], varied: Array.from({ length: 40 }, (_, at) => `title ${at}`) };
    expect(packColumns(columns)).toEqual(columns);
  });

  test('become the same columns again', () => {
    const field = fc.oneof(fc.constantFrom('a', 'b', null, 0, 1, true, 'ids', 'of'), fc.string(), fc.integer());
    fc.assert(
      fc.property(ids, fc.array(field, { maxLength: 60 }), (id, values) => {
        const columns = { id, values };
        expect(unpackColumns(overTheWire(packColumns(columns)))).toEqual(columns);
      }),
    );
  });
});
