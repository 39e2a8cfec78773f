import { describe, expect, test } from 'vitest';
import { createGate } from './gate.ts';

const turn = () => new Promise<void>((resolve) => setTimeout(resolve, 5));

describe('a gate', () => {
  test('lets a few work at a time, in the order they came', async () => {
    const gate = createGate(2, 10, () => new Error('full'));
    const order: number[] = [];
    let inside = 0;
    let most = 0;
    const work = (name: number) => async () => {
      inside += 1;
      most = Math.max(most, inside);
      await turn();
      inside -= 1;
      order.push(name);
    };
    await Promise.all([1, 2, 3, 4, 5].map((name) => gate.run(work(name))));
    expect(most).toBe(2);
    expect(order).toEqual([1, 2, 3, 4, 5]);
  });

  test('turns away whom it has no room for, and lets in again when there is', async () => {
    const gate = createGate(1, 1, () => new Error('full'));
    const [first, second] = [gate.run(turn), gate.run(turn)];
    await expect(gate.run(turn)).rejects.toThrow('full');
    await Promise.all([first, second]);
    await expect(gate.run(async () => 'in')).resolves.toBe('in');
  });

  test('is left also by work that fails', async () => {
    const gate = createGate(1, 1, () => new Error('full'));
    const failing = gate.run(async () => {
      throw new Error('broken');
    });
    await expect(failing).rejects.toThrow('broken');
    await expect(gate.run(async () => 'in')).resolves.toBe('in');
  });
});
