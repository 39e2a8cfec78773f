import type { Change } from './change.ts';
import type { Inverse } from './inverse.ts';
import type { RefusalInfo } from './refusal.ts';
import type { Result } from './result.ts';
import type { Store } from './store.ts';

/** Why a rule said no; `code` has a sentence in every language, `info` fills its gaps. */
export interface Problem<Code extends string = string> {
  readonly code: Code;
  readonly info?: RefusalInfo;
}

/**
 * A named change of a board: run at once in the browser, and again on the server, which decides.
 * `ability` is what its actor must be able to do (a line of the policy table).
 */
export interface Command<Args, Ability extends string = string> {
  readonly name: string;
  readonly ability: Ability;
  readonly run: (change: Change, args: Args) => Result<void, Problem>;
  /** What takes it back, told from the board as it is before it runs; absent or null where nothing does. */
  readonly inverse?: (store: Store, args: Args) => Inverse | null;
}
