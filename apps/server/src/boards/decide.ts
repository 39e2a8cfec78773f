import { no } from '@talka/domain/kernel';
import type { Problem, Result } from '@talka/domain/kernel';
import { commandOf, runCommand } from '@talka/domain/wire';
import type { CommandCall, Outcome, Refused } from '@talka/domain/wire';
import type { Transaction } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { BoardMemory } from './board-memory.ts';
import type { BoardParts } from './board-parts.ts';
import type { ClientMark } from './client-marks.ts';
import type { CommandRequest, Decision } from './command-request.ts';
import type { Ledger } from './ledger.ts';
import { mayOnBoard } from './role-on-board.ts';

interface Case {
  readonly memory: BoardMemory;
  readonly ledger: Ledger;
  readonly request: CommandRequest;
}

/** A browser hears again of this many of its latest refusals. */
const REFUSALS_KEPT = 50;

/** Decides one command: whether it is new, allowed, and possible; then runs it on memory. */
export async function decide(parts: BoardParts, tx: Transaction<Tables>, one: Case): Promise<Decision> {
  const { client } = one.request;
  if (client === null) return run(parts, tx, one);
  const mark = markOf(one, client.cid);
  if (mark.userId !== one.request.actor) return { kind: 'refused', problem: { code: 'not-your-client' } };
  if (client.i <= mark.last) return { kind: 'repeated' };
  if (client.i !== mark.last + 1) return { kind: 'refused', problem: { code: 'out-of-order' } };
  const decision = await run(parts, tx, one);
  one.ledger.marks.set(client.cid, marked(mark, client.i, decision));
  return decision;
}

async function run(parts: BoardParts, tx: Transaction<Tables>, one: Case): Promise<Decision> {
  const { memory, ledger, request } = one;
  const { call, actor } = request;
  if ('problem' in call) return { kind: 'refused', problem: call.problem };
  const { ability } = commandOf(call.name);
  const allowed = await mayOnBoard(tx, { accountRoleOf: parts.accountRoleOf, memory, userId: actor }, ability);
  const outcome = allowed ? runOne(parts, one, call) : no<Problem>({ code: 'forbidden' });
  if (!outcome.ok) return { kind: 'refused', problem: outcome.problem };
  return { kind: 'accepted', seq: ledger.accept(request, outcome.value) };
}

/**
 * A command that our own mistake breaks is refused by itself: if the batch failed with it, everybody's commands would,
 * and again each time this one is sent anew. It has left nothing in memory.
 */
function runOne({ log }: BoardParts, { memory, ledger, request }: Case, call: CommandCall): Result<Outcome, Problem> {
  try {
    return runCommand(memory.store, call, { actor: request.actor, now: ledger.now });
  } catch (error) {
    log.error({ err: error, board: memory.boardId, command: call.name }, 'a command failed');
    return no({ code: 'internal' });
  }
}

/** A client nobody has seen begins with this command's sender. */
function markOf({ ledger, request }: Case, cid: string): ClientMark {
  return ledger.markOf(cid) ?? { userId: request.actor, last: 0, refused: [] };
}

function marked(mark: ClientMark, i: number, decision: Decision): ClientMark {
  if (decision.kind !== 'refused') return { ...mark, last: i };
  const { code, info } = decision.problem;
  const refused: Refused = info === undefined ? { i, code } : { i, code, info };
  return { ...mark, last: i, refused: [...mark.refused, refused].slice(-REFUSALS_KEPT) };
}
