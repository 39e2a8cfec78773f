import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { isId, makeId } from './ids.ts';

const chance = fc.uint8Array({ minLength: 10, maxLength: 10 });

describe('an id', () => {
  test('is a UUIDv7 in lower case, whatever the instant and the chance', () => {
    fc.assert(
      fc.property(fc.nat(), chance, (now, bytes) => {
        expect(isId(makeId(now * 1_000, bytes))).toBe(true);
      }),
    );
  });

  test('carries its instant and its chance', () => {
    expect(makeId(0x0123_4567_89ab, new Uint8Array(10).fill(0xff))).toBe('01234567-89ab-7fff-bfff-ffffffffffff');
    expect(makeId(1, new Uint8Array(10))).toBe('00000000-0001-7000-8000-000000000000');
  });

  test('sorts by the time it was made', () => {
    fc.assert(
      fc.property(fc.nat(), fc.integer({ min: 1, max: 1e9 }), chance, chance, (now, later, one, other) => {
        expect(makeId(now, one) < makeId(now + later, other)).toBe(true);
      }),
    );
  });

  test('differs where a single bit of chance differs', () => {
    fc.assert(
      fc.property(chance, fc.nat(8), (bytes, at) => {
        const flipped = bytes.with(at, (bytes[at] ?? 0) ^ 0x20 ^ (at === 1 ? 0x30 : 0));
        expect(makeId(5, flipped)).not.toBe(makeId(5, bytes));
      }),
    );
  });

  test('is told apart from other text', () => {
    const id = makeId(5, new Uint8Array(10));
    expect(isId(id)).toBe(true);
    for (const other of [
      '',
      id.toUpperCase().replace('0', 'A'),
      ` ${id}`,
      `${id}\n`,
      id.slice(1),
      id.replace('-7', '-4'),
    ]) {
      expect(isId(other)).toBe(false);
    }
  });
});
