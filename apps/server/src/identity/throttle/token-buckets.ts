import type { Clock } from '../../platform/clock/clock.ts';

/** A bucket of tokens for each key: full at first, one more every `refillMs`, never more than `burst`. */
export interface TokenBuckets {
  /** Takes one token; 0 when there was one, else how long until there is, in ms. */
  take(key: string): number;
  /** For an attempt that turned out harmless. */
  giveBack(key: string): void;
}

export interface BucketSize {
  readonly burst: number;
  readonly refillMs: number;
}

/** Beyond so many keys the one used longest ago is forgotten, so that nobody can fill the memory. */
const MOST_KEYS = 20_000;

/** Kept in memory: each node counts for itself, and a restart forgets. */
export function createTokenBuckets(clock: Clock, { burst, refillMs }: BucketSize): TokenBuckets {
  const buckets = new Map<string, { tokens: number; at: number }>();

  function filled(key: string): { tokens: number; at: number } {
    const now = clock.now();
    const last = buckets.get(key) ?? { tokens: burst, at: now };
    const tokens = Math.min(burst, last.tokens + Math.max(0, now - last.at) / refillMs);
    const bucket = { tokens, at: now };
    buckets.delete(key);
    buckets.set(key, bucket);
    forgetOldest();
    return bucket;
  }

  function forgetOldest(): void {
    if (buckets.size <= MOST_KEYS) return;
    for (const key of buckets.keys()) {
      buckets.delete(key);
      return;
    }
  }

  return {
    take(key) {
      const bucket = filled(key);
      if (bucket.tokens < 1) return Math.ceil((1 - bucket.tokens) * refillMs);
      bucket.tokens -= 1;
      return 0;
    },
    giveBack(key) {
      const bucket = filled(key);
      bucket.tokens = Math.min(burst, bucket.tokens + 1);
    },
  };
}
