import { describe, expect, it } from 'vitest';
import { reconnectDelay } from './reconnect-delay.ts';

describe('waiting before connecting again', () => {
  it('begins within a quarter of a second', () => {
    expect(reconnectDelay(0, 0)).toBe(125);
    expect(reconnectDelay(0, 1)).toBe(250);
  });

  it('doubles with each failure, up to fifteen seconds', () => {
    expect(reconnectDelay(1, 1)).toBe(500);
    expect(reconnectDelay(4, 1)).toBe(4_000);
    expect(reconnectDelay(6, 1)).toBe(15_000);
    expect(reconnectDelay(5_000, 1)).toBe(15_000);
  });

  it('is spread by chance over the upper half', () => {
    expect(reconnectDelay(3, 0)).toBe(1_000);
    expect(reconnectDelay(3, 0.5)).toBe(1_500);
  });
});
