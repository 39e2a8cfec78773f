import { Change, ok } from '../../kernel/index.ts';
import type { Author, Patch, Problem, Result, Store } from '../../kernel/index.ts';
import { tasks } from '../../tasks/index.ts';
import { commandOf, Replica, runCommand } from '../index.ts';
import type { CommandCall, Committed, DeltaFrame, Lost, Outcome, Refused } from '../index.ts';

/** Bugs that a server could have. */
export type ServerFault =
  | 'no-duplicate-check'
  | 'no-ack-in-delta'
  | 'delta-one-early'
  | 'delta-one-late'
  | 'column-delete-drops-tasks'
  | 'column-delete-strands-tasks'
  | 'refusal-writes-partly'
  | 'failed-batch-stays';

type Run = (store: Store, call: CommandCall, author: Author) => Result<Outcome, Problem>;

/** How a server with this bug runs a command. */
export function faulty(fault: ServerFault | null): Run {
  if (fault === 'refusal-writes-partly') return runPartly;
  if (fault === 'column-delete-drops-tasks') return afterColumnDelete(() => null);
  if (fault === 'column-delete-strands-tasks') return afterColumnDelete((columnId) => ({ columnId }));
  return runCommand;
}

function runPartly(store: Store, { name, args }: CommandCall, author: Author): Result<Outcome, Problem> {
  const change = new Change(store, author);
  const answer = commandOf(name).run(change, args);
  return answer.ok ? ok({ patches: change.patches, undo: change.undo, events: change.events }) : answer;
}

function afterColumnDelete(fieldsFor: (columnId: string) => Patch[1]): Run {
  return (store, call, author) => {
    const columnId = call.name === 'column.delete' ? (call.args as { id: string }).id : '';
    const ids = store.list(tasks, columnId);
    const outcome = runCommand(store, call, author);
    if (!outcome.ok) return outcome;
    const patches = ids.map((id): Patch => [`task/${id}`, fieldsFor(columnId)]);
    const undo = patches.map((patch) => store.apply(patch)).filter((patch) => patch !== null);
    return ok({
      ...outcome.value,
      patches: [...outcome.value.patches, ...patches],
      undo: [...undo.toReversed(), ...outcome.value.undo],
    });
  };
}

/** What a replica keeps of each undecided command, to get at it from outside. */
interface Undoable {
  undo: readonly Patch[];
}

/** Lets something happen around everything that reaches a replica. */
class TamperedReplica extends Replica {
  protected before(): void {}
  protected after(): void {}

  override receive(batch: readonly Committed[]): boolean {
    this.before();
    const answer = super.receive(batch);
    this.after();
    return answer;
  }

  override catchUp(delta: DeltaFrame): readonly Lost[] {
    this.before();
    const lost = super.catchUp(delta);
    this.after();
    return lost;
  }

  override refuse(refused: Refused): readonly Lost[] {
    this.before();
    const lost = super.refuse(refused);
    this.after();
    return lost;
  }

  protected get undoable(): readonly Undoable[] {
    return this.pending as unknown as readonly Undoable[];
  }
}

/** Never takes its undecided commands back before applying news. */
export class ReplicaWithoutRollback extends TamperedReplica {
  protected override before(): void {
    for (const pending of this.undoable) pending.undo = [];
  }
}

/** Never runs its undecided commands again after news. */
export class ReplicaWithoutReplay extends TamperedReplica {
  protected override after(): void {
    for (const pending of this.undoable.toReversed()) {
      for (const patch of pending.undo) this.store.apply(patch);
      pending.undo = [];
    }
  }
}

/** Takes the answer to one command as the answer to all before it, and so forgets their refusals. */
export class ReplicaForgettingRefusals extends Replica {
  override receive(batch: readonly Committed[]): boolean {
    const answer = super.receive(batch);
    const last = Math.max(0, ...batch.filter(({ c }) => c === this.cid).map(({ i }) => i));
    for (const { i } of this.pending.filter((one) => one.i < last)) super.refuse({ i, code: 'forgotten' });
    return answer;
  }
}

/** Takes a batch in although one before it is missing. */
export class ReplicaBlindToGaps extends Replica {
  override receive(batch: readonly Committed[]): boolean {
    const [first] = batch;
    if (first !== undefined && first.s > this.seq) this.seq = first.s - 1;
    return super.receive(batch);
  }
}
