import type { UserId } from '@talka/domain/kernel';
import type { Lost, Snapshot } from '@talka/domain/wire';
import type { LiveSocket } from '../app/live/live-socket.ts';
import type { Local } from '../app/local/local.ts';
import type { BoardTabsParts } from './board-tabs.ts';

/** What a board's session stands on. */
export interface BoardSessionParts {
  readonly boardId: string;
  readonly actor: UserId;
  readonly socket: LiveSocket;
  readonly local: Local;
  readonly tabs: Omit<BoardTabsParts, 'tab'>;
  readonly newId: () => string;
  readonly now: () => number;
  readonly whenIdle: (work: () => void) => void;
  readonly fetchSnapshot: () => Promise<Snapshot>;
  /** Hears of commands that the server refused, wherever they were made. */
  readonly onLost: (lost: readonly Lost[]) => void;
}
