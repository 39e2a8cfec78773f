import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { ListSizes } from './list-sizes.ts';

function aList(ids: readonly string[], estimates: string[] = []): ListSizes {
  const sizes = new ListSizes({
    estimate(id) {
      estimates.push(id);
      return 100;
    },
    gap: 8,
  });
  sizes.setIds(ids);
  return sizes;
}

function many(count: number): string[] {
  return Array.from({ length: count }, (_, at) => `task ${at}`);
}

describe('sizes of a list', () => {
  test('are estimated until measured, and follow an item when it moves', () => {
    const sizes = aList(['a', 'b', 'c']);
    sizes.measure(1, 40);
    sizes.setIds(['b', 'a', 'c']);
    expect(sizes.sums.startOf(1)).toBe(48);
    expect(sizes.sums.total).toBe(48 + 108 + 108);
  });

  test('ask for few estimates when one of 10,000 items moves', () => {
    const estimates: string[] = [];
    const ids = many(10_000);
    const sizes = aList(ids, estimates);
    estimates.length = 0;
    sizes.setIds(ids.toSpliced(5_000, 1).toSpliced(5_020, 0, 'task 5000'));
    expect(estimates.length).toBeLessThanOrEqual(21);
  });

  test('are the same whether built at once or changed step by step', () => {
    const ids = fc.uniqueArray(fc.constantFrom(...many(12)));
    fc.assert(
      fc.property(fc.array(ids, { minLength: 1, maxLength: 6 }), (steps) => {
        const sizes = new ListSizes({ estimate: (id) => id.length * 7, gap: 4 });
        for (const step of steps) {
          sizes.setIds(step);
          if (step.length > 0) sizes.measure(0, 33);
        }
        const starts = sizes.ids.map((_, at) => sizes.sums.startOf(at));
        let at = 0;
        for (const [index, id] of sizes.ids.entries()) {
          expect(starts[index]).toBe(at);
          at += sizes.isMeasured(id) ? 37 : id.length * 7 + 4;
        }
      }),
    );
  });

  test('are measured anew at another width, and known again at the first one', () => {
    const sizes = aList(['a']);
    sizes.setBreadth(284);
    sizes.measure(0, 40);
    sizes.setBreadth(360);
    expect(sizes.sums.total).toBe(108);
    sizes.setBreadth(284);
    expect(sizes.sums.total).toBe(48);
  });

  test('are forgotten when everything is about to look different', () => {
    const sizes = aList(['a']);
    sizes.measure(0, 40);
    sizes.forget();
    expect(sizes.sums.total).toBe(108);
    expect(sizes.isMeasured('a')).toBe(false);
  });
});
