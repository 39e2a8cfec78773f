import type { UserId } from '@talka/domain/kernel';
import type { Lost, Snapshot } from '@talka/domain/wire';
import type { Api } from '../app/api.ts';
import type { LiveSocket } from '../app/live/live-socket.ts';
import { newId } from '../app/new-id.ts';
import { isObject, type Parse } from '../app/parse.ts';
import { BoardSession } from './board-session.ts';

interface OpenBoardParts {
  readonly api: Api;
  readonly socket: LiveSocket;
  readonly boardId: string;
  readonly actor: string;
  readonly onLost: (lost: readonly Lost[]) => void;
}

/** A session for one board, wired to this page's server. */
export function createBoardSession({ api, socket, boardId, actor, onLost }: OpenBoardParts): BoardSession {
  return new BoardSession({
    boardId,
    actor: actor as UserId,
    socket,
    newId,
    now: Date.now,
    fetchSnapshot: () => api.get(`/boards/${boardId}/snapshot`, readSnapshot),
    onLost,
  });
}

// Ten thousand rows of our own server's making, of a version that is compared right after: not looked at one by one.
const readSnapshot: Parse<Snapshot> = (value) => {
  if (!isObject(value) || !isObject(value.tables)) throw new Error('not a snapshot');
  return value as unknown as Snapshot;
};
