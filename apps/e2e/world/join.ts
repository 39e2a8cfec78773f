import type { Board } from './a-board.ts';
import type { Person } from './a-person.ts';

/** Puts a person the server knows on a board's team, over HTTP. */
export async function join(board: Board, by: Person, person: Person, role: 'visitor' | 'member' | 'admin' = 'member') {
  await by.api.post(`/boards/${board.id}/invitations`, { email: person.email, role });
}
