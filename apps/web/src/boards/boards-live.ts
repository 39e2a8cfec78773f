import type { UserId } from '@talka/domain/kernel';
import { SCHEMA_VERSION } from '@talka/domain/wire';
import type { Lost, Snapshot } from '@talka/domain/wire';
import type { Api } from '../app/api.ts';
import type { LiveSocket } from '../app/live/live-socket.ts';
import { lead } from '../app/local/leadership.ts';
import type { Local } from '../app/local/local.ts';
import { openTabChannel } from '../app/local/tab-channel.ts';
import { newId } from '../app/new-id.ts';
import { isObject, type Parse } from '../app/parse.ts';
import { BoardSession } from './board-session.ts';

export interface OpenBoardParts {
  readonly api: Api;
  readonly socket: LiveSocket;
  readonly local: Local;
  readonly boardId: string;
  readonly actor: string;
  readonly onLost: (lost: readonly Lost[]) => void;
}

/** Raised when tabs of two versions would misunderstand each other. */
const TAB_MESSAGES = 1;

/** A session for one board, wired to this page's server. */
export function createBoardSession({ api, socket, local, boardId, actor, onLost }: OpenBoardParts): BoardSession {
  const name = `talka.board.${actor}.${boardId}.${SCHEMA_VERSION}.${TAB_MESSAGES}`;
  return new BoardSession({
    boardId,
    actor: actor as UserId,
    socket,
    local,
    tabs: { name, openChannel: openTabChannel, lead },
    newId,
    now: Date.now,
    whenIdle,
    fetchSnapshot: () => api.get(`/boards/${boardId}/snapshot`, readSnapshot),
    onLost,
  });
}

const IDLE_WITHIN_MS = 1_000;

function whenIdle(work: () => void): void {
  if (typeof requestIdleCallback === 'function') requestIdleCallback(() => work(), { timeout: IDLE_WITHIN_MS });
  else setTimeout(work, 0);
}

// Ten thousand rows of our own server's making, of a version that is compared right after: not looked at one by one.
const readSnapshot: Parse<Snapshot> = (value) => {
  if (!isObject(value) || !isObject(value.tables)) throw new Error('not a snapshot');
  return value as unknown as Snapshot;
};
