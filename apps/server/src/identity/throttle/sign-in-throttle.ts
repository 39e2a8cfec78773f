import { Refusal, unreachable } from '@talka/domain/kernel';
import type { Clock } from '../../platform/clock/clock.ts';
import { createTokenBuckets, type BucketSize, type TokenBuckets } from './token-buckets.ts';

/** One try of a password. What is known of who tries decides which buckets it burns. */
export interface Attempt {
  /** As typed, in lower case; whether such an account exists makes no difference. */
  readonly email: string;
  readonly network: string;
  readonly familiarity: Familiarity;
}

export type Familiarity =
  /** Carries the device cookie of an earlier sign-in to this very account. */
  | { readonly kind: 'known-device'; readonly deviceHash: string }
  /** Comes from where this account was signed in to before. */
  | { readonly kind: 'known-network' }
  | { readonly kind: 'stranger' };

export interface SignInThrottle {
  /** Waits if it must, or throws Refusal `too-many-requests`. Call `succeeded` of the answer when the password was right. */
  enter(attempt: Attempt): Promise<{ succeeded(): void }>;
}

const SECOND = 1_000;
const DEVICE: BucketSize = { burst: 10, refillMs: 20 * SECOND };
const NETWORK_AND_ACCOUNT: BucketSize = { burst: 6, refillMs: 30 * SECOND };
const NETWORK: BucketSize = { burst: 30, refillMs: 10 * SECOND };
const ACCOUNT: BucketSize = { burst: 30, refillMs: 10 * SECOND };

/** The longest a stranger is kept waiting, and how many may wait for one account. */
const LONGEST_WAIT = 5 * SECOND;
const MOST_WAITING = 20;

/**
 * Slows guessing down without a lock that a stranger could turn on somebody: a known device and a known network have
 * buckets nobody else can empty, and when strangers have used up an account's own, further strangers only wait.
 */
export function createSignInThrottle(clock: Clock, sleep: (ms: number) => Promise<void>): SignInThrottle {
  const devices = createTokenBuckets(clock, DEVICE);
  const pairs = createTokenBuckets(clock, NETWORK_AND_ACCOUNT);
  const networks = createTokenBuckets(clock, NETWORK);
  const slowLane = createSlowLane(createTokenBuckets(clock, ACCOUNT), sleep);

  async function takeAll({ email, network, familiarity }: Attempt): Promise<readonly Taken[]> {
    switch (familiarity.kind) {
      case 'known-device':
        return takeEach([[devices, `${familiarity.deviceHash} ${email}`]]);
      case 'known-network':
        return takeEach([[pairs, `${network} ${email}`]]);
      case 'stranger': {
        const taken = takeEach([
          [networks, network],
          [pairs, `${network} ${email}`],
        ]);
        await slowLane.pass(email);
        return taken;
      }
      default:
        return unreachable(familiarity);
    }
  }

  return {
    async enter(attempt) {
      const taken = await takeAll(attempt);
      return { succeeded: () => taken.forEach(([buckets, key]) => buckets.giveBack(key)) };
    },
  };
}

type Taken = readonly [TokenBuckets, string];

function takeEach(wanted: readonly Taken[]): readonly Taken[] {
  for (const [buckets, key] of wanted) {
    const wait = buckets.take(key);
    if (wait > 0) throw tooMany(wait);
  }
  return wanted;
}

function createSlowLane(accounts: TokenBuckets, sleep: (ms: number) => Promise<void>) {
  const waiting = new Map<string, number>();
  return {
    async pass(email: string): Promise<void> {
      const wait = Math.min(LONGEST_WAIT, accounts.take(email));
      if (wait === 0) return;
      const ahead = waiting.get(email) ?? 0;
      if (ahead >= MOST_WAITING) throw tooMany(LONGEST_WAIT);
      waiting.set(email, ahead + 1);
      await sleep(wait);
      const left = (waiting.get(email) ?? 1) - 1;
      if (left > 0) waiting.set(email, left);
      else waiting.delete(email);
    },
  };
}

function tooMany(waitMs: number): Refusal {
  return new Refusal('too-many-requests', { retryAfterSeconds: Math.ceil(waitMs / SECOND) });
}
