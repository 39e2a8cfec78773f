import type { Problem, Store, UserId } from '@talka/domain/kernel';
import type { CommandCall, Committed } from '@talka/domain/wire';
import type { Transaction } from 'kysely';
import type { Clock } from '../platform/clock/clock.ts';
import type { Database } from '../platform/database/database.ts';
import type { Tables } from '../platform/database/tables.ts';
import type { AccountRoleOf } from './account-role-of.ts';
import { catchUp } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import { decide } from './decide.ts';
import { Ledger } from './ledger.ts';
import type { RowStore } from './row-store.ts';
import { writeLedger } from './write-ledger.ts';
import type { EnrichHistory } from './write-ledger.ts';

/** A command somebody sent; `client` is null where it comes without a counter (REST, our own code). */
export interface CommandRequest {
  /** What to do; or, for one that couldn't be read, why not: it is decided too, so that the next can follow. */
  readonly call: CommandCall | { readonly problem: Problem };
  readonly actor: UserId;
  readonly client: { readonly cid: string; readonly i: number } | null;
}

export type Decision =
  | { readonly kind: 'accepted'; readonly seq: number }
  | { readonly kind: 'refused'; readonly problem: Problem }
  /** Decided before; nothing was done. */
  | { readonly kind: 'repeated' };

export interface BoardParts {
  readonly database: Database;
  readonly clock: Clock;
  readonly rowStores: readonly RowStore[];
  readonly accountRoleOf: AccountRoleOf;
  readonly openTasks: (store: Store) => number;
  readonly enrichHistory: EnrichHistory;
}

export interface Batch {
  /** One for each request, in order. */
  readonly decisions: readonly Decision[];
  readonly committed: readonly Committed[];
  readonly events: Ledger['events'];
}

/**
 * Decides a batch of commands in order, in one transaction that holds the board's row: rows, history and counters are
 * stored together or not at all. When it fails, memory is as before and the error is thrown on.
 */
export async function commitBatch(
  parts: BoardParts,
  memory: BoardMemory,
  requests: readonly CommandRequest[],
): Promise<Batch> {
  const ledger = new Ledger(memory, parts.clock.now());
  try {
    const decisions = await parts.database.transaction(async (tx) => {
      await lockBoard(parts, tx, memory);
      const made: Decision[] = [];
      for (const request of requests) made.push(await decide(parts, tx, { memory, ledger, request }));
      await writeLedger(parts, tx, memory, ledger);
      return made;
    });
    ledger.settle();
    return { decisions, committed: ledger.committed, events: ledger.events };
  } catch (error) {
    ledger.takeBack();
    throw error;
  }
}

/** Holds the board against other nodes; where one of them was faster, takes in what it did first. */
async function lockBoard(parts: BoardParts, tx: Transaction<Tables>, memory: BoardMemory): Promise<void> {
  const { seq } = await tx
    .selectFrom('boards')
    .select('seq')
    .where('id', '=', memory.boardId)
    .forUpdate()
    .executeTakeFirstOrThrow();
  if (seq !== memory.seq) await catchUp(tx, parts.rowStores, memory, seq);
}
