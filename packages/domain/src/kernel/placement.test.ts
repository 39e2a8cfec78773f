import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { Change } from './change.ts';
import { keyBetween, ORDER_KEY_MAX } from './order-key.ts';
import { placesAt } from './placement.ts';
import type { Store } from './store.ts';
import { items, shelfOf, someone } from './testing.ts';

const author = { actor: someone, now: 0 };

interface Insert {
  readonly after: string | null;
  readonly ids: readonly string[];
}

function insert(store: Store, { after, ids }: Insert, shelf = 'a'): void {
  const change = new Change(store, author);
  const places = placesAt(change, items, { parent: shelf, after }, ids.length);
  for (const [index, id] of ids.entries()) change.add(items, { id, shelf, place: String(places[index]), label: '' });
}

function move(store: Store, id: string, after: string | null, shelf = 'a'): void {
  const change = new Change(store, author);
  const [place] = placesAt(change, items, { parent: shelf, after, moving: id });
  change.set(items, id, { shelf, place: String(place) });
}

/** The same on a plain list. A row behind itself stays where it is; a gone anchor is the end. */
function moved(list: readonly string[], id: string, after: string | null): string[] {
  if (after === id) return [...list];
  const rest = list.filter((one) => one !== id);
  const anchor = after === null ? -1 : rest.indexOf(after);
  return rest.toSpliced(after !== null && anchor < 0 ? rest.length : anchor + 1, 0, id);
}

const abc = (): Store => shelfOf({ p: 'a0', q: 'a1', r: 'a2' });
const listOf = (store: Store): readonly string[] => store.list(items, 'a');

describe('a place in a list', () => {
  test('behind nothing is the top, behind a row is behind it', () => {
    const store = abc();
    insert(store, { after: null, ids: ['top'] });
    insert(store, { after: 'q', ids: ['mid'] });
    insert(store, { after: 'r', ids: ['end'] });
    expect(listOf(store)).toEqual(['top', 'p', 'q', 'mid', 'r', 'end']);
  });

  test('behind a row that is gone, or stands in another list, is the end', () => {
    const store = abc();
    store.apply(['item/x', { id: 'x', shelf: 'b', place: 'a0', label: '' }]);
    insert(store, { after: 'gone', ids: ['one'] });
    insert(store, { after: 'x', ids: ['two'] });
    expect(listOf(store)).toEqual(['p', 'q', 'r', 'one', 'two']);
  });

  test('in an empty list is the only one', () => {
    const store = shelfOf({});
    insert(store, { after: 'gone', ids: ['one'] });
    expect(listOf(store)).toEqual(['one']);
  });

  test('many rows keep their order', () => {
    const store = abc();
    insert(store, { after: 'p', ids: ['n', 'm', 'l'] });
    expect(listOf(store)).toEqual(['p', 'n', 'm', 'l', 'q', 'r']);
  });

  test('a moving row is not its own neighbour', () => {
    for (const [id, after, wanted] of [
      ['q', 'p', 'pqr'],
      ['q', 'q', 'pqr'],
      ['p', null, 'pqr'],
      ['r', 'gone', 'pqr'],
      ['r', 'q', 'pqr'],
      ['p', 'q', 'qpr'],
      ['r', 'p', 'prq'],
      ['p', 'gone', 'qrp'],
      ['r', null, 'rpq'],
    ] as const) {
      const store = abc();
      move(store, id, after);
      expect(listOf(store).join('')).toBe(wanted);
    }
  });

  test('whatever is inserted and moved, the list is what a plain list would be', () => {
    const step = fc.record({ id: fc.nat(12), after: fc.option(fc.nat(14)), count: fc.integer({ min: 1, max: 4 }) });
    fc.assert(
      fc.property(fc.array(step, { maxLength: 60 }), (steps) => {
        const store = shelfOf({});
        let model: string[] = [];
        for (const [index, { id, after, count }] of steps.entries()) {
          const anchor = after === null ? null : (model[after] ?? 'gone');
          const known = model[id];
          if (known === undefined) {
            const ids = Array.from({ length: count }, (_, part) => `n${index}.${part}`);
            insert(store, { after: anchor, ids });
            for (const [part, one] of ids.entries())
              model = moved(model, one, part === 0 ? anchor : String(ids[part - 1]));
          } else {
            move(store, known, anchor);
            model = moved(model, known, anchor);
          }
          expect(listOf(store)).toEqual(model);
        }
      }),
      { numRuns: 200 },
    );
  });
});

describe('a list without room', () => {
  /** Two rows so close that the key between them is over the limit. */
  const tight = (): Store => {
    let next = 'a1';
    while (keyBetween('a0', next).length <= ORDER_KEY_MAX) next = keyBetween('a0', next);
    return shelfOf({ p: 'a0', q: next, r: 'a1' });
  };

  test('is given new keys, and everybody keeps their place', () => {
    const store = tight();
    insert(store, { after: 'p', ids: ['new'] });
    expect(listOf(store)).toEqual(['p', 'new', 'q', 'r']);
    for (const { place } of store.rows(items)) expect(place.length).toBeLessThanOrEqual(5);
  });

  test('sends the new keys with the change, and takes them back with it', () => {
    const store = tight();
    const before = [...store.rows(items)];
    const change = new Change(store, author);
    placesAt(change, items, { parent: 'a', after: 'p' });
    expect(change.patches.map(([key]) => key)).toEqual(['item/p', 'item/q', 'item/r']);
    change.rollBack();
    expect([...store.rows(items)]).toEqual(before);
  });

  test('is given new keys where two rows ended up at one place', () => {
    const store = shelfOf({ p: 'a0', q: 'a0', r: 'a0' });
    insert(store, { after: 'p', ids: ['new'] });
    expect(listOf(store)).toEqual(['p', 'new', 'q', 'r']);
  });

  test('takes a thousand inserts at one spot', () => {
    const store = abc();
    const model = ['p', 'q', 'r'];
    for (let made = 0; made < 1_000; made += 1) {
      insert(store, { after: 'p', ids: [`n${made}`] });
      model.splice(1, 0, `n${made}`);
    }
    expect(listOf(store)).toEqual(model);
    for (const { place } of store.rows(items)) expect(place.length).toBeLessThanOrEqual(ORDER_KEY_MAX);
  });

  test('a move inside it works as well', () => {
    const store = tight();
    move(store, 'r', 'p');
    expect(listOf(store)).toEqual(['p', 'r', 'q']);
  });
});

describe('rows placed beyond every key', () => {
  const fixed = (): Store => shelfOf({ p: 'a0', done: '~done', trash: '~trash' });

  test('stay last, whatever is put in', () => {
    const store = fixed();
    insert(store, { after: 'p', ids: ['q'] });
    insert(store, { after: 'gone', ids: ['r'] });
    insert(store, { after: 'done', ids: ['s'] });
    insert(store, { after: 'trash', ids: ['t'] });
    expect(listOf(store)).toEqual(['p', 'q', 'r', 's', 't', 'done', 'trash']);
  });

  test('stay last in a list that had nothing else', () => {
    const store = shelfOf({ done: '~done', trash: '~trash' });
    insert(store, { after: null, ids: ['p'] });
    expect(listOf(store)).toEqual(['p', 'done', 'trash']);
  });

  test('keep their place when the list is given new keys', () => {
    const store = shelfOf({ p: 'a0', q: 'a0', done: '~done' });
    insert(store, { after: 'p', ids: ['new'] });
    expect(listOf(store)).toEqual(['p', 'new', 'q', 'done']);
    expect(store.get(items, 'done')?.place).toBe('~done');
  });
});
