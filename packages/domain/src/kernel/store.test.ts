import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Patch } from './patch.ts';
import type { Store } from './store.ts';
import { anyPatch, dump, itemStore, items, notes, parentsOf } from './testing.ts';
import type { Item } from './testing.ts';

const row = (id: string, place: string, shelf = 'a'): Item => ({ id, shelf, place, label: '' });
const whole = (id: string, place: string, shelf = 'a'): Patch => [`item/${id}`, { ...row(id, place, shelf) }];

/** What a list must be, worked out from the rows alone. */
function naiveList(store: Store, shelf: string): string[] {
  return [...store.rows(items)]
    .filter((item) => item.shelf === shelf)
    .toSorted((one, other) => (`${one.place} ${one.id}` < `${other.place} ${other.id}` ? -1 : 1))
    .map(({ id }) => id);
}

describe('a patch', () => {
  test('adds a whole row, changes its fields, drops it; its answer takes it back', () => {
    const store = itemStore();
    expect(store.apply(whole('p', 'a1'))).toEqual(['item/p', null]);
    expect(store.apply(['item/p', { label: 'new' }])).toEqual(['item/p', { label: '' }]);
    expect(store.get(items, 'p')).toEqual({ ...row('p', 'a1'), label: 'new' });
    expect(store.apply(['item/p', null])).toEqual(['item/p', { ...row('p', 'a1'), label: 'new' }]);
    expect(store.get(items, 'p')).toBeUndefined();
    expect(store.list(items, 'a')).toEqual([]);
  });

  test('does nothing to a row that is gone, half known, or of a table nobody knows', () => {
    const store = itemStore();
    expect(store.apply(['item/p', null])).toBeNull();
    expect(store.apply(['item/p', { label: 'of nothing' }])).toBeNull();
    expect(store.apply(['later/p', { id: 'p' }])).toBeNull();
    expect(store.apply(['item/p', { ...row('q', 'a0') }])).toBeNull();
    expect(store.count(items)).toBe(0);
  });

  test('never changes the id of a row', () => {
    const store = itemStore();
    store.apply(whole('p', 'a0'));
    store.apply(['item/p', { id: 'q', label: 'x' }]);
    expect(store.get(items, 'p')?.id).toBe('p');
    expect(store.get(items, 'q')).toBeUndefined();
  });

  test('moves a row between lists', () => {
    const store = itemStore();
    for (const patch of [whole('p', 'a1'), whole('q', 'a2'), whole('r', 'a1', 'b')]) store.apply(patch);
    store.apply(['item/q', { shelf: 'b', place: 'a0' }]);
    expect(store.list(items, 'a')).toEqual(['p']);
    expect(store.list(items, 'b')).toEqual(['q', 'r']);
  });

  test('rows at one place stand by their ids', () => {
    const store = itemStore();
    for (const id of ['r', 'p', 'q']) store.apply(whole(id, 'a0'));
    expect(store.list(items, 'a')).toEqual(['p', 'q', 'r']);
    store.apply(['item/q', null]);
    expect(store.list(items, 'a')).toEqual(['p', 'r']);
  });

  test('whatever comes, lists are what the rows say', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 60 }), (patches) => {
        const store = itemStore();
        for (const patch of patches) {
          store.apply(patch);
          for (const shelf of ['a', 'b', 'c']) expect(store.list(items, shelf)).toEqual(naiveList(store, shelf));
        }
      }),
      { numRuns: 300 },
    );
  });

  test('taken back last first, everything is as it was, also after every single step', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 40 }), fc.array(anyPatch, { maxLength: 30 }), (first, then) => {
        const store = itemStore();
        for (const patch of first) store.apply(patch);
        const states: string[] = [];
        const undo: (Patch | null)[] = [];
        for (const patch of then) {
          states.push(dump(store));
          undo.push(store.apply(patch));
        }
        while (states.length > 0) {
          const back = undo.pop();
          if (back !== null && back !== undefined) store.apply(back);
          expect(dump(store)).toBe(states.pop());
        }
      }),
      { numRuns: 300 },
    );
  });
});

describe('identity', () => {
  test('tells what changed: rows and lists that a patch leaves alone stay the very same', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 30 }), anyPatch, (first, [key, fields]) => {
        const touched = new Set<string>();
        const store = itemStore((one) => touched.add(one));
        for (const patch of first) store.apply(patch);
        const rows = new Map([...store.rows(items)].map((item) => [item.id, item]));
        const lists = new Map(['a', 'b', 'c'].map((shelf) => [shelf, store.list(items, shelf)]));
        touched.clear();
        store.apply([key, fields]);
        const replaced = [...rows].filter(([id, item]) => store.get(items, id) !== item).map(([id]) => `item/${id}`);
        expect([key, ...replaced].filter((one) => one !== key)).toEqual([]);
        expect(replaced.filter((one) => !touched.has(one))).toEqual([]);
        const relisted = [...lists].filter(([one, list]) => store.list(items, one) !== list);
        expect(relisted.filter(([one]) => !touched.has(`item@${one}`))).toEqual([]);
      }),
    );
  });

  test('a changed label leaves the list alone, a changed place does not', () => {
    const touched: string[] = [];
    const store = itemStore((key) => touched.push(key));
    store.apply(whole('p', 'a0'));
    const list = store.list(items, 'a');
    touched.length = 0;
    store.apply(['item/p', { label: 'x' }]);
    expect(store.list(items, 'a')).toBe(list);
    expect(touched).toEqual(['item/p']);
    store.apply(['item/p', { place: 'a1' }]);
    expect(store.list(items, 'a')).not.toBe(list);
    expect(list).toEqual(['p']);
    expect(new Set(touched)).toEqual(new Set(['item/p', 'item@a']));
  });

  test('a row that is kept by a reader never changes under it', () => {
    const store = itemStore();
    store.apply(whole('p', 'a0'));
    const kept = store.get(items, 'p');
    store.apply(['item/p', { label: 'x', place: 'b00' }]);
    expect(kept).toEqual(row('p', 'a0'));
  });
});

describe('loading', () => {
  test('many rows at once gives what patch by patch gives', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 60 }), (patches) => {
        const grown = itemStore();
        for (const patch of patches) grown.apply(patch);
        const loaded = itemStore();
        loaded.load(items, [...grown.rows(items)].toReversed());
        loaded.load(notes, grown.rows(notes));
        expect(dump(loaded)).toBe(dump(grown));
        expect(parentsOf(loaded, items)).toEqual(parentsOf(grown, items));
      }),
    );
  });

  test('clearing empties rows and lists', () => {
    const store = itemStore();
    store.apply(whole('p', 'a0'));
    store.apply(['note/n', { id: 'n', text: 'x' }]);
    store.clear();
    expect(dump(store)).toBe(dump(itemStore()));
    expect(store.list(items, 'a')).toEqual([]);
    expect(store.count(notes)).toBe(0);
  });

  test('a table this store was not made with is our own mistake', () => {
    expect(() => itemStore().count({ name: 'later', listed: null })).toThrow('no table later');
  });
});
