import type { BoardId, UserId } from '@talka/domain/kernel';
import { z } from 'zod';
import { PERSON_RENAMED } from '../identity/index.ts';
import type { Jobs } from '../platform/jobs/index.ts';
import type { BoardRooms } from './board-rooms.ts';
import type { People } from './people.ts';

export interface RenamePersonParts {
  readonly rooms: BoardRooms;
  readonly people: People;
  readonly jobs: Jobs;
}

/** Shows people who changed their name by the new one, on every board they are on. */
export function followNames({ rooms, people, jobs }: RenamePersonParts): void {
  const { kysely } = rooms.parts.database;
  jobs.handle(PERSON_RENAMED, z.object({ userId: z.string() }), async ({ userId }) => {
    const user = userId as UserId;
    const person = await people.byId(kysely, user);
    if (person === null) return;
    const places = await kysely
      .selectFrom('board_members')
      .select('board_id')
      .where('id', '=', user)
      .where('deleted_at', 'is', null)
      .execute();
    for (const { board_id: boardId } of places) {
      const room = await rooms.open(boardId as BoardId);
      const call = { name: 'member.rename', args: { user, name: person.name } } as const;
      // Someone who has left meanwhile is refused, and needs no new name there.
      await room?.submit({ call, actor: user, client: null });
    }
  });
}
