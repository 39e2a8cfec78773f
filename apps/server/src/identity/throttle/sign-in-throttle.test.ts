import { beforeEach, describe, expect, test } from 'vitest';
import { Refusal } from '@talka/domain/kernel';
import { createTestClock, type TestClock } from '../../platform/clock/testing.ts';
import { createSignInThrottle, type Attempt, type SignInThrottle } from './sign-in-throttle.ts';

const stranger = (network: string, email = 'mara@example.com'): Attempt => {
  return { email, network, familiarity: { kind: 'stranger' } };
};
const atHome: Attempt = { ...stranger('192.0.2.1'), familiarity: { kind: 'known-network' } };
const onDevice: Attempt = { ...stranger('192.0.2.1'), familiarity: { kind: 'known-device', deviceHash: 'd' } };

describe('the throttle of sign-in', () => {
  let clock: TestClock;
  let waits: number[];
  let throttle: SignInThrottle;

  beforeEach(() => {
    clock = createTestClock();
    waits = [];
    throttle = createSignInThrottle(clock, async (ms) => void waits.push(ms));
  });

  async function passes(attempt: Attempt, times: number): Promise<number> {
    let passed = 0;
    for (let index = 0; index < times; index += 1) {
      await throttle.enter(attempt).then(
        () => (passed += 1),
        (error: unknown) => expect(error).toMatchObject({ code: 'too-many-requests' }),
      );
    }
    return passed;
  }

  test('lets one address try one account six times, then once in thirty seconds', async () => {
    expect(await passes(stranger('203.0.113.1'), 10)).toBe(6);
    clock.advance(60_000);
    expect(await passes(stranger('203.0.113.1'), 10)).toBe(2);
  });

  test('says how long to wait', async () => {
    await passes(stranger('203.0.113.1'), 6);
    const refused = throttle.enter(stranger('203.0.113.1'));
    await expect(refused).rejects.toEqual(new Refusal('too-many-requests', { retryAfterSeconds: 30 }));
  });

  test('gives an attempt back that was right', async () => {
    for (let index = 0; index < 100; index += 1) (await throttle.enter(stranger('203.0.113.1'))).succeeded();
    expect(await passes(stranger('203.0.113.1'), 10)).toBe(6);
  });

  test('keeps strangers waiting when many guess, and nobody else', async () => {
    for (let index = 0; index < 30; index += 1) await throttle.enter(stranger(`203.0.113.${index}`));
    expect(waits).toEqual([]);
    await throttle.enter(stranger('198.51.100.1'));
    expect(waits).toEqual([5_000]);
    await throttle.enter(stranger('198.51.100.1', 'janis@example.com'));
    expect(await passes(atHome, 6)).toBe(6);
    expect(await passes(onDevice, 10)).toBe(10);
    expect(waits).toEqual([5_000]);
  });

  test('lets the one at home in when a neighbour has used up the account’s strangers', async () => {
    await passes(stranger('203.0.113.1'), 100);
    expect(await passes(atHome, 1)).toBe(1);
  });

  test('lets a known device in when its own network is used up', async () => {
    expect(await passes(atHome, 100)).toBe(6);
    expect(await passes(onDevice, 1)).toBe(1);
  });

  test('holds no more than twenty strangers for one account', async () => {
    const never = createSignInThrottle(clock, () => new Promise(() => {}));
    for (let index = 0; index < 30; index += 1) await never.enter(stranger(`203.0.113.${index}`));
    for (let index = 0; index < 20; index += 1) void never.enter(stranger(`198.51.100.${index}`));
    await new Promise((resolve) => setImmediate(resolve));
    await expect(never.enter(stranger('198.51.100.99'))).rejects.toMatchObject({ code: 'too-many-requests' });
    await never.enter(atHome);
  });
});
