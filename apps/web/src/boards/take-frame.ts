import type { Lost, Replica, ServerFrame, UndoStack } from '@talka/domain/wire';

interface Taking {
  readonly replica: Replica;
  readonly undoStack: UndoStack;
  /** Hears up to which counter the server has decided a client's commands. */
  readonly onDecided: (client: string, upTo: number) => void;
}

export interface Taken {
  /** False when something is missing before it. */
  readonly isWhole: boolean;
  /** Commands that the server refused. */
  readonly lost: readonly Lost[];
  readonly isRoleNew: boolean;
}

const NOTHING: Taken = { isWhole: true, lost: [], isRoleNew: false };

/** Applies a frame to a replica and tells what it means beyond that. */
export function takeFrame(frame: ServerFrame, taking: Taking): Taken {
  const { replica, onDecided } = taking;
  if (frame.t === 'x') return { ...NOTHING, lost: replica.refuse(frame, frame.c) };
  if (frame.t === 'p') return takeCommitted(frame, taking);
  if (frame.t !== 'delta') return NOTHING;
  if (frame.from > replica.seq) return { ...NOTHING, isWhole: false };
  const roleBefore = replica.role;
  const lost = replica.catchUp(frame);
  onDecided(frame.c ?? replica.cid, frame.ack);
  return { isWhole: true, lost, isRoleNew: replica.role !== roleBefore };
}

function takeCommitted(frame: Extract<ServerFrame, { t: 'p' }>, { replica, undoStack, onDecided }: Taking): Taken {
  const clients = new Set(replica.pending.map(({ c }) => c));
  const isWhole = replica.receive(frame.b);
  undoStack.decided(frame.b);
  if (!isWhole) return { ...NOTHING, isWhole };
  for (const { c, i } of frame.b) {
    if (!clients.has(c)) continue;
    // One before it may be refused, and that is still to be heard.
    const open = replica.pending.find((pending) => pending.c === c);
    onDecided(c, open === undefined ? i : Math.min(i, open.i - 1));
  }
  return NOTHING;
}
