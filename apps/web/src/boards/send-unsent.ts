import type { Api } from '../app/api.ts';
import type { LiveSocket } from '../app/live/live-socket.ts';
import type { Local } from '../app/local/local.ts';
import { createBoardSession } from './boards-live.ts';

interface Sending {
  readonly api: Api;
  readonly socket: LiveSocket;
  readonly local: Local;
  readonly actor: string;
}

/** Boards followed at once for this; the others have their turn at the next visit. */
const BOARDS_AT_ONCE = 10;
/** What was decided is noted on the disk within this. */
const SETTLE_MS = 3_000;

/** Sends what earlier visits left undecided on boards that may not be opened for long. */
export async function sendUnsent(sending: Sending): Promise<void> {
  const boardIds = await sending.local.spacesWithUnsent();
  for (const boardId of boardIds.slice(0, BOARDS_AT_ONCE)) sendOf(boardId, sending);
}

function sendOf(boardId: string, sending: Sending): void {
  // A refusal is kept in the board's own list, and is told where the board is opened.
  const session = createBoardSession({ ...sending, boardId, onLost: () => undefined });
  const close = session.open();
  let isSent = false;
  const look = (): void => {
    const isMissing = session.status.get().is === 'missing';
    if (isSent || (session.sync.get().is !== 'live' && !isMissing)) return;
    isSent = true;
    setTimeout(close, SETTLE_MS);
  };
  session.sync.subscribe(look);
  session.status.subscribe(look);
}
