import type { Patch, Store } from '@talka/domain/kernel';
import type { Transaction } from 'kysely';
import type { Bus } from '../platform/bus/index.ts';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { Log } from '../platform/log/log.ts';
import type { AccountRoleOf } from './account-role-of.ts';
import type { LoggedEvent } from './logged-event.ts';
import type { RowStore } from './row-store.ts';

/** What boards at work stand on. */
export interface BoardParts {
  readonly database: Database;
  /** To the other nodes that write the same boards. */
  readonly bus: Bus;
  readonly clock: Clock;
  readonly log: Log;
  readonly rowStores: readonly RowStore[];
  readonly accountRoleOf: AccountRoleOf;
  readonly openTasks: (store: Store) => number;
  readonly enrichHistory: EnrichHistory;
}

/**
 * Lets a slice put into history what isn't held in memory (a text that is being replaced): it lies in SQL, or in
 * `replaced` where an earlier command of the same batch had written it.
 */
export type EnrichHistory = (
  tx: Transaction<Tables>,
  boardId: string,
  event: LoggedEvent,
  replaced: readonly Patch[],
) => Promise<LoggedEvent>;
