import { isId, Refusal } from '@talka/domain/kernel';
import type { BoardId, TaskId } from '@talka/domain/kernel';
import { tasks } from '@talka/domain/tasks';
import type { FastifyInstance } from 'fastify';
import { z } from 'zod';
import { readHistory } from '../boards/index.ts';
import type { Boards } from '../boards/index.ts';
import { parseParams } from '../platform/http/parse.ts';
import { requireSession } from '../platform/session/session.ts';

const id = z.string().refine(isId);
const taskPath = z.object({
  board: id.transform((text) => text as BoardId),
  task: id.transform((text) => text as TaskId),
});

const HISTORY_LINES = 200;

/** What opening a task fetches beside what its board already holds. */
export function taskRoutes(app: FastifyInstance, boards: Boards): void {
  app.get('/api/boards/:board/tasks/:task', async (request) => {
    const { userId } = requireSession(request);
    const { board, task } = parseParams(taskPath, request);
    const { room } = await boards.enter(board, userId);
    const db = boards.rooms.parts.database.kysely;
    return room.read(async ({ store, seq }) => {
      if (store.get(tasks, task) === undefined) throw new Refusal('not-found');
      const found = await db
        .selectFrom('descriptions')
        .select('text')
        .where('board_id', '=', board)
        .where('id', '=', task)
        .executeTakeFirst();
      const history = await readHistory(db, { boardId: board, taskId: task, before: null, limit: HISTORY_LINES });
      return { seq, description: found?.text ?? '', history };
    });
  });
}
