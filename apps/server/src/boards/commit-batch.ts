import type { Committed } from '@talka/domain/wire';
import type { Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import { catchUp } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import type { BoardParts } from './board-parts.ts';
import type { CommandRequest, Decision } from './command-request.ts';
import { readClientMarks } from './client-marks.ts';
import { decide } from './decide.ts';
import { Ledger } from './ledger.ts';
import { writeLedger } from './write-ledger.ts';

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
      ledger.known = await readClientMarks(tx, memory.boardId, cidsOf(requests));
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

function cidsOf(requests: readonly CommandRequest[]): readonly string[] {
  return requests.flatMap(({ client }) => (client === null ? [] : [client.cid]));
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
