import { describe, expect, it } from 'vitest';
import { nextTile } from './next-tile.ts';

const grid = { count: 8, columns: 3, isRightToLeft: false };

describe('arrows among tiles', () => {
  it('go along the row and by rows', () => {
    expect(nextTile(0, 'ArrowRight', grid)).toBe(1);
    expect(nextTile(1, 'ArrowDown', grid)).toBe(4);
    expect(nextTile(4, 'ArrowUp', grid)).toBe(1);
  });

  it('are mirrored where one reads from the right', () => {
    expect(nextTile(3, 'ArrowLeft', { ...grid, isRightToLeft: true })).toBe(4);
    expect(nextTile(3, 'ArrowRight', { ...grid, isRightToLeft: true })).toBe(2);
  });

  it('stay at the edges', () => {
    expect(nextTile(0, 'ArrowLeft', grid)).toBe(0);
    expect(nextTile(7, 'ArrowRight', grid)).toBe(7);
    expect(nextTile(6, 'ArrowDown', grid)).toBe(6);
    expect(nextTile(2, 'ArrowUp', grid)).toBe(2);
  });
});
