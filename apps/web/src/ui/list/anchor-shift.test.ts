import { expect, test } from 'vitest';
import { anchorsIn, anchorShift } from './anchor-shift.ts';

const seen = [
  { id: 'b', start: 100 },
  { id: 'c', start: 200 },
  { id: 'd', start: 300 },
];

function shiftTo(starts: Readonly<Record<string, number>>): number {
  return anchorShift(seen, (id) => starts[id] ?? null);
}

test('scrolls along when items were inserted above', () => {
  expect(shiftTo({ b: 180, c: 280, d: 380 })).toBe(80);
});

test('stays when an item was inserted between those that are seen', () => {
  expect(shiftTo({ b: 100, c: 280, d: 380 })).toBe(0);
});

test('does not follow an item that was moved away', () => {
  expect(shiftTo({ b: 0, c: 200, d: 300 })).toBe(0);
});

test('keeps the rest in place when the first one seen was removed', () => {
  expect(shiftTo({ c: 120, d: 220 })).toBe(-80);
});

test('stays when nothing seen is left', () => {
  expect(shiftTo({})).toBe(0);
});

test('only what touches the view is an anchor', () => {
  const placed = [
    { id: 'above', start: 0, size: 100 },
    { id: 'cut', start: 100, size: 100 },
    { id: 'new', start: null, size: 100 },
    { id: 'within', start: 200, size: 100 },
    { id: 'below', start: 450, size: 100 },
  ];
  expect(anchorsIn(placed, { from: 150, length: 300 }).map(({ id }) => id)).toEqual(['cut', 'within']);
});
