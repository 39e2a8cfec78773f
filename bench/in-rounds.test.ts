import { expect, it } from 'vitest';
import { inRounds } from './in-rounds.ts';

it('measures every case once before any case again', async () => {
  const order: string[] = [];
  const results = await inRounds(['a', 'b'], 2, (one, round) => {
    order.push(`${one}${round}`);
    return Promise.resolve(`${one}${round}`);
  });
  expect(order).toEqual(['a1', 'b1', 'a2', 'b2']);
  expect(results).toEqual([
    ['a1', 'a2'],
    ['b1', 'b2'],
  ]);
});
