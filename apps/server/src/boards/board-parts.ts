import type { Store } from '@talka/domain/kernel';
import type { Transaction } from 'kysely';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { AccountRoleOf } from './account-role-of.ts';
import type { LoggedEvent } from './logged-event.ts';
import type { RowStore } from './row-store.ts';

/** What boards at work stand on. */
export interface BoardParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly rowStores: readonly RowStore[];
  readonly accountRoleOf: AccountRoleOf;
  readonly openTasks: (store: Store) => number;
  readonly enrichHistory: EnrichHistory;
}

/** Lets a slice put into history what only SQL still knows (a text that is being replaced). */
export type EnrichHistory = (tx: Transaction<Tables>, boardId: string, event: LoggedEvent) => Promise<LoggedEvent>;
