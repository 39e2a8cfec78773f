import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { BEYOND_KEYS, isOrderKey, keyBetween, keysBetween, ORDER_KEY_MAX } from './order-key.ts';

function expectSorted(keys: readonly string[]): void {
  for (let at = 1; at < keys.length; at += 1) {
    const [before, key] = [String(keys[at - 1]), String(keys[at])];
    if (before >= key) throw new Error(`${before} stands ahead of ${key}`);
  }
}

/** A list built by inserting one key after the other at the given seats. */
function listBy(seats: readonly number[]): string[] {
  const keys: string[] = [];
  for (const seat of seats) {
    const at = seat % (keys.length + 1);
    keys.splice(at, 0, keyBetween(keys[at - 1] ?? null, keys[at] ?? null));
  }
  return keys;
}

/** What follows the whole part, whose first letter tells its length. */
function fractionOf(key: string): string {
  const head = key.charCodeAt(0);
  return key.slice(head >= 97 ? head - 95 : 92 - head);
}

describe('a key between two', () => {
  test('starts a list', () => {
    expect(keyBetween(null, null)).toBe('a0');
  });

  test('counts up at the end and down at the front', () => {
    expect(keyBetween('a0', null)).toBe('a1');
    expect(keyBetween('az', null)).toBe('b00');
    expect(keyBetween('bzz', null)).toBe('c000');
    expect(keyBetween(null, 'a0')).toBe('Zz');
    expect(keyBetween(null, 'Z0')).toBe('Yzz');
    expect(keyBetween(null, 'b00')).toBe('az');
    expect(keyBetween('Yzz', null)).toBe('Z0');
    expect(keyBetween('Zz', null)).toBe('a0');
  });

  test('takes the whole number when there is one, else a fraction', () => {
    expect(keyBetween('a0', 'a2')).toBe('a1');
    expect(keyBetween('a0', 'a1')).toBe('a0V');
    expect(keyBetween(null, 'a0V')).toBe('a0');
    expect(keyBetween('a0V', 'a1')).toBe('a0l');
    expect(keyBetween('az', 'b01')).toBe('b00');
  });

  test('finds room behind the last key there is', () => {
    const last = `z${'z'.repeat(26)}`;
    const beyond = keyBetween(last, null);
    expect(beyond > last).toBe(true);
    expect(keyBetween(beyond, null) > beyond).toBe(true);
  });

  test('does not exist between keys that are equal or the wrong way round', () => {
    expect(() => keyBetween('a1', 'a1')).toThrow('no key between');
    expect(() => keyBetween('a2', 'a1')).toThrow('no key between');
  });

  test('stands between its neighbours, whatever was inserted before', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(200), { minLength: 1, maxLength: 150 }), (seats) => {
        const keys = listBy(seats);
        expectSorted(keys);
        for (const key of keys) {
          expect(isOrderKey(key)).toBe(true);
          expect(fractionOf(key)).not.toMatch(/0$/);
          expect(key < BEYOND_KEYS).toBe(true);
        }
      }),
    );
  });

  test('exists between any two neighbours of any list', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(40), { minLength: 2, maxLength: 60 }), (seats) => {
        const keys = listBy(seats);
        for (let at = 0; at <= keys.length; at += 1) {
          const [before, next] = [keys[at - 1] ?? null, keys[at] ?? null];
          const key = keyBetween(before, next);
          expect(before === null || before < key).toBe(true);
          expect(next === null || key < next).toBe(true);
        }
      }),
    );
  });
});

describe('the length of keys', () => {
  test('stays within 5 characters when 10,000 are added at the end', () => {
    let last = keyBetween(null, null);
    for (let made = 1; made < 10_000; made += 1) {
      const next = keyBetween(last, null);
      if (next <= last || next.length > 5) throw new Error(`${next} after ${last}`);
      last = next;
    }
    expect(last.length).toBeLessThanOrEqual(5);
  });

  test('stays within 5 characters when 10,000 are added at the front', () => {
    let first = keyBetween(null, null);
    for (let made = 1; made < 10_000; made += 1) {
      const next = keyBetween(null, first);
      if (next >= first || next.length > 5) throw new Error(`${next} ahead of ${first}`);
      first = next;
    }
    expect(first.length).toBeLessThanOrEqual(5);
  });

  test('grows past its limit only after hundreds of inserts at one spot', () => {
    let next = 'a1';
    let made = 0;
    for (; next.length <= ORDER_KEY_MAX; made += 1) next = keyBetween('a0', next);
    expect(made).toBeGreaterThan(200);
  });
});

describe('many keys at once', () => {
  test('none for none', () => {
    expect(keysBetween('a0', 'a1', 0)).toEqual([]);
    expect(keysBetween(null, null, -1)).toEqual([]);
  });

  test('a chain at the end', () => {
    expect(keysBetween(null, null, 3)).toEqual(['a0', 'a1', 'a2']);
    expect(keysBetween('az', null, 2)).toEqual(['b00', 'b01']);
  });

  test('five hundred between two neighbours, and at the front, stay short', () => {
    for (const before of ['a0', null]) {
      const keys = keysBetween(before, 'a1', 500);
      expect(keys).toHaveLength(500);
      expectSorted([before ?? 'A', ...keys, 'a1']);
      expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(8);
    }
  });

  test('fifty thousand in a list with new keys stay within 5 characters', () => {
    const keys = keysBetween(null, null, 50_000);
    expectSorted(keys);
    expect(Math.max(...keys.map((key) => key.length))).toBeLessThanOrEqual(5);
  });

  test('are as many as asked, sorted, and inside their ends', () => {
    fc.assert(
      fc.property(fc.array(fc.nat(30), { maxLength: 30 }), fc.nat(), fc.nat(40), (seats, spot, count) => {
        const keys = listBy(seats);
        const at = spot % (keys.length + 1);
        const made = keysBetween(keys[at - 1] ?? null, keys[at] ?? null, count);
        expect(made).toHaveLength(count);
        expectSorted([...keys.slice(0, at), ...made, ...keys.slice(at)]);
      }),
    );
  });
});

describe('an order key', () => {
  test('is told apart from other text', () => {
    for (const key of ['a0', 'Zz', 'b00', 'a0V', 'Yzz0a']) expect(isOrderKey(key)).toBe(true);
    for (const other of ['', 'a', '0a', '~done', 'a-', 'a0 ', `a${'0'.repeat(200)}`])
      expect(isOrderKey(other)).toBe(false);
  });
});
