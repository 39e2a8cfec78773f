import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Change } from './change.ts';
import type { Patch } from './patch.ts';
import { splitKey } from './patch.ts';
import { anyPatch, dump, items, itemStore, notes, shelfOf, someone } from './testing.ts';

const author = { actor: someone, now: 1_000 };
const fresh = { id: 'n', text: 'hello' };

/** Does what a patch says in the words of a change; patches of rows that aren't there are left out. */
function act(change: Change, [key, fields]: Patch): void {
  const { table, id } = splitKey(key);
  if (table === 'note' && fields !== null) change.add(notes, { ...fresh, id });
  if (table !== 'item') return;
  if (fields === null) change.drop(items, id);
  else if ('id' in fields) change.add(items, { id, shelf: 'a', place: 'a0', label: '', ...fields });
  else if (change.get(items, id) !== undefined) change.set(items, id, fields);
}

describe('a change', () => {
  test('writes at once and remembers its patches in order', () => {
    const store = shelfOf({ p: 'a0' });
    const change = new Change(store, author);
    change.set(items, 'p', { label: 'x' });
    change.add(notes, fresh);
    change.drop(items, 'p');
    expect(store.get(notes, 'n')).toEqual(fresh);
    expect(change.patches).toEqual([
      ['item/p', { label: 'x' }],
      ['note/n', fresh],
      ['item/p', null],
    ]);
    expect(change.actor).toBe(someone);
    expect(change.now).toBe(1_000);
  });

  test('does not send what was nothing to do', () => {
    const change = new Change(shelfOf({}), author);
    change.drop(items, 'gone');
    expect(change.patches).toEqual([]);
    expect(change.undo).toEqual([]);
  });

  test('cannot change a row that is not there: that is our own mistake', () => {
    const change = new Change(itemStore(), author);
    expect(() => change.set(items, 'gone', { label: 'x' })).toThrow('must have a item to change');
  });

  test('keeps what history is to say', () => {
    const change = new Change(itemStore(), author);
    change.record('item.seen', 'p', { count: 2 });
    change.record('board.seen', null);
    expect(change.events).toEqual([
      { kind: 'item.seen', taskId: 'p', data: { count: 2 } },
      { kind: 'board.seen', taskId: null, data: {} },
    ]);
  });

  test('rolled back leaves the store as it was, and nothing to send or tell', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 40 }), fc.array(anyPatch, { maxLength: 30 }), (first, then) => {
        const store = itemStore();
        for (const patch of first) store.apply(patch);
        const before = dump(store);
        const change = new Change(store, author);
        for (const patch of then) act(change, patch);
        change.record('something', null);
        change.rollBack();
        expect(dump(store)).toBe(before);
        expect([change.patches, change.undo, change.events]).toEqual([[], [], []]);
      }),
      { numRuns: 300 },
    );
  });

  test('its patches bring another copy to the same state, its undo brings it back', () => {
    fc.assert(
      fc.property(fc.array(anyPatch, { maxLength: 30 }), fc.array(anyPatch, { maxLength: 20 }), (first, then) => {
        const [store, copy] = [itemStore(), itemStore()];
        for (const patch of first) [store, copy].forEach((one) => one.apply(patch));
        const before = dump(copy);
        const change = new Change(store, author);
        for (const patch of then) act(change, patch);
        for (const patch of change.patches) copy.apply(patch);
        expect(dump(copy)).toBe(dump(store));
        for (const patch of change.undo) copy.apply(patch);
        expect(dump(copy)).toBe(before);
      }),
    );
  });
});
