import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { carryMove } from './carry-move.ts';
import { edgeSpeed } from './edge-speed.ts';
import { findList, listBeside, type ListBox } from './find-list.ts';
import { nextTilt } from './tilt.ts';

function columnAt(id: string, left: number): ListBox {
  return { id, box: { left, top: 60, width: 284, height: 700 } };
}

const columns = [columnAt('todo', 20), columnAt('doing', 316), columnAt('done', 612)];

describe('the list a pointer means', () => {
  test('is the one under it, also above and below', () => {
    expect(findList(columns, { x: 400, y: 300 })).toBe('doing');
    expect(findList(columns, { x: 400, y: 5 })).toBe('doing');
    expect(findList(columns, { x: 400, y: 5_000 })).toBe('doing');
  });

  test('is the nearer one between two, and the last one at the edge', () => {
    expect(findList(columns, { x: 306, y: 300 })).toBe('todo');
    expect(findList(columns, { x: 315, y: 300 })).toBe('doing');
    expect(findList(columns, { x: 920, y: 300 })).toBe('done');
  });

  test('is none far aside, nor without lists', () => {
    expect(findList(columns, { x: 1_200, y: 300 })).toBeNull();
    expect(findList([], { x: 1, y: 1 })).toBeNull();
  });

  test('beside another is by the eye, whatever the order they came in', () => {
    const mixed = columns.toReversed();
    expect(listBeside(mixed, 'doing', 1)).toBe('done');
    expect(listBeside(mixed, 'doing', -1)).toBe('todo');
    expect(listBeside(mixed, 'done', 1)).toBeNull();
    expect(listBeside(mixed, 'gone', 1)).toBeNull();
  });
});

describe('scrolling at an edge', () => {
  test('is still in the middle', () => {
    expect(edgeSpeed(400, 100, 600, 1_000)).toBe(0);
  });

  test('is faster the nearer to the edge, back at the start, on at the end', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 300 }), fc.integer({ min: 0, max: 300 }), (one, other) => {
        const [near, far] = one < other ? [one, other] : [other, one];
        const end = 700;
        expect(edgeSpeed(end - near, 100, 600, 1_000)).toBeGreaterThanOrEqual(edgeSpeed(end - far, 100, 600, 1_000));
        expect(edgeSpeed(100 + near, 100, 600, 1_000)).toBeCloseTo(-edgeSpeed(end - near, 100, 600, 1_000));
      }),
    );
  });

  test('never outruns its limit, even far beyond the edge', () => {
    expect(edgeSpeed(9_000, 100, 600, 10_000)).toBe(1_400);
    expect(edgeSpeed(-9_000, 100, 600, 10_000)).toBe(-1_400);
  });

  test('starts softly', () => {
    expect(edgeSpeed(700, 100, 600, 40)).toBeLessThan(200);
  });

  test('does nothing in a list without a size', () => {
    expect(edgeSpeed(5, 0, 0, 1_000)).toBe(0);
  });
});

describe('the tilt of a lifted card', () => {
  test('never passes 5 degrees, however it is flung', () => {
    const fling = fc.array(fc.tuple(fc.integer({ min: -900, max: 900 }), fc.integer({ min: 0, max: 64 })));
    fc.assert(
      fc.property(fling, (frames) => {
        let tilt = 0;
        for (const [dx, elapsed] of frames) {
          tilt = nextTilt(tilt, dx, elapsed);
          expect(Math.abs(tilt)).toBeLessThanOrEqual(5);
        }
      }),
    );
  });

  test('leans the way it moves and comes to rest', () => {
    let tilt = nextTilt(0, 40, 16);
    expect(tilt).toBeGreaterThan(0);
    for (let frame = 0; frame < 60; frame += 1) tilt = nextTilt(tilt, 0, 16);
    expect(tilt).toBe(0);
  });
});

describe('a key while carrying', () => {
  test('steps within a column and to the column beside it', () => {
    expect(carryMove('ArrowDown', 'y', false)).toEqual({ kind: 'within', step: 1 });
    expect(carryMove('ArrowLeft', 'y', false)).toEqual({ kind: 'beside', step: -1 });
    expect(carryMove('ArrowLeft', 'y', true)).toEqual({ kind: 'beside', step: -1 });
    expect(carryMove('End', 'y', false)).toEqual({ kind: 'within', step: 'last' });
  });

  test('steps along a row of columns, mirrored in right-to-left pages', () => {
    expect(carryMove('ArrowRight', 'x', false)).toEqual({ kind: 'within', step: 1 });
    expect(carryMove('ArrowRight', 'x', true)).toEqual({ kind: 'within', step: -1 });
    expect(carryMove('ArrowDown', 'x', false)).toBeNull();
  });

  test('that means nothing does nothing', () => {
    expect(carryMove('q', 'y', false)).toBeNull();
  });
});
