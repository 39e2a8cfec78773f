import type { Accounts } from '../accounts/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Config } from '../platform/config/config.ts';
import type { Database } from '../platform/database/database.ts';
import type { Ids } from '../platform/ids/ids.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { Mail } from '../platform/mail/index.ts';
import type { AuthDoor } from './auth.ts';
import type { SignInThrottle } from './throttle/sign-in-throttle.ts';
import type { TokenBuckets } from './throttle/token-buckets.ts';

export interface IdentityParts {
  readonly config: Pick<Config, 'baseUrl'>;
  readonly database: Database;
  readonly clock: Clock;
  readonly ids: Ids;
  readonly log: Log;
  readonly jobs: Jobs;
  readonly mail: Mail;
  readonly accounts: Accounts;
  /** How a stranger who guesses is kept waiting; tests give their own. */
  readonly sleep?: (ms: number) => Promise<void>;
}

/** What the verbs of this slice work with. */
export interface IdentityRoom extends IdentityParts {
  readonly auth: AuthDoor;
  readonly throttles: Throttles;
}

export interface Throttles {
  readonly signIn: SignInThrottle;
  /** Sign-ups, and asked-for resets, by network. */
  readonly signUp: TokenBuckets;
  readonly reset: TokenBuckets;
  /** Mails of one kind to one address; each kind for itself, so that none uses up another's. */
  readonly mail: TokenBuckets;
}
