import { describe, expect, it } from 'vitest';
import { createStore } from './store.ts';

describe('a value outside the page', () => {
  it('tells who listens when it becomes another, and only then', () => {
    const store = createStore(1);
    const heard: number[] = [];
    const end = store.subscribe(() => heard.push(store.get()));
    store.set(1);
    store.set(2);
    end();
    store.set(3);
    expect(heard).toEqual([2]);
    expect(store.get()).toBe(3);
  });

  it('may be Not-a-Number without telling for ever', () => {
    const store = createStore(Number.NaN);
    let told = 0;
    store.subscribe(() => {
      told += 1;
    });
    store.set(Number.NaN);
    expect(told).toBe(0);
  });
});
