import { Change, guardsHold, no, ok } from '../kernel/index.ts';
import type { Author, Guard, HistoryEvent, Patch, Problem, Result, Store } from '../kernel/index.ts';
import { commandOf } from './commands.ts';
import type { AnyCommandName } from './commands.ts';

/** What a command did to the store. */
export interface Outcome {
  readonly patches: readonly Patch[];
  /** What takes it back, in the order to apply. */
  readonly undo: readonly Patch[];
  readonly events: readonly HistoryEvent[];
}

export interface CommandCall {
  readonly name: AnyCommandName;
  readonly args: unknown;
  /** Runs only while all of this holds; how undo leaves alone what others did since. */
  readonly guards?: readonly Guard[] | undefined;
}

/** Runs one command on a store; a refused one leaves the store as it was. */
export function runCommand(store: Store, call: CommandCall, author: Author): Result<Outcome, Problem> {
  const change = new Change(store, author);
  const answer = runGuarded(change, call);
  if (!answer.ok) {
    change.rollBack();
    return no(answer.problem);
  }
  return ok({ patches: change.patches, undo: change.undo, events: change.events });
}

/** A bug in a command must not leave half of it in memory either. */
function runGuarded(change: Change, { name, args, guards = [] }: CommandCall): Result<void, Problem> {
  if (!guardsHold(change.store, guards)) return no({ code: 'changed-since' });
  try {
    return commandOf(name).run(change, args);
  } catch (error) {
    change.rollBack();
    throw error;
  }
}
