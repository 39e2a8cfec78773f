import { storeOf } from '@talka/domain/wire';
import type { Snapshot } from '@talka/domain/wire';
import { differences } from './differences.ts';
import type { BoardFacts } from './board-facts.ts';
import type { AlsoCheck } from './audit-database.ts';

/**
 * Compares each board with what a running server answers for it. Boards that the session may not see are passed over; one
 * that somebody changed in between isn't compared.
 */
export function compareWithServer(url: string, cookie: string): AlsoCheck {
  return async ({ board, store }: BoardFacts) => {
    const answer = await fetch(`${url}/api/boards/${board.id}/snapshot`, { headers: { cookie } });
    if (answer.status === 404) return [];
    if (!answer.ok) return [`the server answers ${answer.status} for it`];
    const snapshot = (await answer.json()) as Snapshot;
    if (snapshot.seq > board.seq) return [];
    if (snapshot.seq < board.seq) return [`the server is at ${snapshot.seq}, the database at ${board.seq}`];
    return differences(storeOf(snapshot), store).map((sentence) => `on the server ${sentence}`);
  };
}
