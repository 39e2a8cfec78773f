import { guardsOf, no, ok } from '../kernel/index.ts';
import type { Guard, Inverse, Problem, Result } from '../kernel/index.ts';
import { commandOf } from './commands.ts';
import type { CommandArgs, CommandName } from './commands.ts';
import type { Committed } from './frames.ts';
import type { Pending, Replica } from './replica.ts';

/** What was done, and what takes it back. */
interface Deed {
  /** What the person did, for the words that name it. */
  readonly name: CommandName;
  readonly args: unknown;
  readonly inverse: Inverse;
  readonly i: number;
  guards: readonly Guard[];
  isDecided: boolean;
}

/** What an undo or redo did, for the words that name it. */
export interface Undone {
  readonly name: CommandName;
  readonly args: unknown;
  readonly pending: Pending;
}

const KEPT = 100;

/**
 * One person's own commands on a board, newest last, each with the command that takes it back. That one runs only while
 * the places it would change are as this person left them: nobody else's later work is undone.
 */
export class UndoStack {
  readonly #replica: Replica;
  #done: Deed[] = [];
  #undone: Deed[] = [];

  constructor(replica: Replica) {
    this.#replica = replica;
  }

  /** Runs a command and remembers how to take it back. */
  run<Name extends CommandName>(name: Name, args: CommandArgs<Name>, now: number): Result<Pending, Problem> {
    const inverse = commandOf(name).inverse?.(this.#replica.store, args) ?? null;
    const answer = this.#replica.submit(name, args, now);
    if (!answer.ok || inverse === null) return answer;
    this.#remember(this.#done, { name, args, inverse, i: answer.value.i });
    this.#undone = [];
    return answer;
  }

  /** Takes back the newest; null when there is nothing. A refused one is forgotten, so that the next can be reached. */
  undo(now: number): Result<Undone, Problem> | null {
    return this.#turn(this.#done, this.#undone, now);
  }

  redo(now: number): Result<Undone, Problem> | null {
    return this.#turn(this.#undone, this.#done, now);
  }

  /** The server's word on this client's own commands: guards then tell what it stored, not what was guessed here. */
  decided(committed: readonly Committed[]): void {
    for (const { c, i, p } of committed) {
      if (c !== this.#replica.cid) continue;
      for (const deed of [...this.#done, ...this.#undone].filter((one) => one.i === i)) {
        deed.isDecided = true;
        deed.guards = deed.guards.map(([key, field, value]) => {
          const patch = p.findLast(([patched, fields]) => patched === key && fields !== null && field in fields);
          return [key, field, patch?.[1]?.[field] ?? value];
        });
      }
    }
  }

  #turn(from: Deed[], to: Deed[], now: number): Result<Undone, Problem> | null {
    const deed = from.pop();
    if (deed === undefined) return null;
    // The inverse was made by our own commands, which name only commands a person may send.
    const name = deed.inverse.name as CommandName;
    const args = deed.inverse.args as CommandArgs<CommandName>;
    const back = commandOf(name).inverse?.(this.#replica.store, args) ?? null;
    const answer = this.#replica.submit(name, args, now, guardsFor(deed));
    if (!answer.ok) return no(answer.problem);
    if (back !== null) {
      // Redoing is the same deed again: it keeps its words, and takes back what has just taken it back.
      this.#remember(to, { name: deed.name, args: deed.args, inverse: back, i: answer.value.i });
    }
    return ok({ name: deed.name, args: deed.args, pending: answer.value });
  }

  #remember(deeds: Deed[], deed: Omit<Deed, 'guards' | 'isDecided'>): void {
    deeds.push({ ...deed, guards: guardsOf(this.#replica.store, deed.inverse.watch), isDecided: false });
    if (deeds.length > KEPT) deeds.shift();
  }
}

/** Until the server has decided, the keys of places are this browser's guess, and nothing to hold it to. */
function guardsFor({ guards, isDecided }: Deed): readonly Guard[] {
  return isDecided ? guards : guards.filter(([, field]) => field !== 'position');
}
