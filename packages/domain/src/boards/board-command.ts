import type { Command } from '../kernel/index.ts';
import type { Ability } from './policy.ts';

/** A command of a board, held to the policy table. */
export type BoardCommand<Args> = Command<Args, Ability>;
