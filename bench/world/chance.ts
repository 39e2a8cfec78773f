import { randomBytes } from 'node:crypto';
import { makeId } from '@talka/domain/kernel';

/** Repeatable chance from 0 up to 1 (mulberry32), so that every run does the same moves. */
export function createChance(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 2 ** 32;
  };
}

export function pick<Item>(items: readonly Item[], chance: () => number): Item {
  const item = items[Math.floor(chance() * items.length)];
  if (item === undefined) throw new Error('nothing to pick from');
  return item;
}

/** An id as a browser makes it. Real chance, because that is what has to be compressed. */
export function newId<Id extends string>(): Id {
  return makeId(Date.now(), randomBytes(10)) as Id; // ids are branded strings
}
