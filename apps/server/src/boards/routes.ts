import { roleOn } from '@talka/domain/boards';
import { isId, LIMITS } from '@talka/domain/kernel';
import type { AccountId, BoardId, UserId } from '@talka/domain/kernel';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { z } from 'zod';
import { limit } from '../platform/http/limit.ts';
import { parseBody, parseParams, parseQuery } from '../platform/http/parse.ts';
import { requireSession } from '../platform/session/session.ts';
import type { Boards } from './boards.ts';
import { readCall } from './read-frame.ts';
import { readHistory } from './read-history.ts';
import { Snapshots } from './snapshots.ts';
import { boardsOf, teamsOf } from './store.ts';

const id = z.string().refine(isId);
const boardPath = z.object({ board: id.transform((text) => text as BoardId) });
const newBoardBody = z.strictObject({
  id: id.transform((text) => text as BoardId),
  accountId: id.transform((text) => text as AccountId),
  name: z.string().max(LIMITS.boardName * 4),
  stages: z.array(z.string().max(LIMITS.columnName * 4)).max(LIMITS.columnsPerBoard),
  done: z.string().max(LIMITS.columnName * 4),
});
const commandBody = z
  .strictObject({
    n: z.string(),
    a: z.unknown().optional(),
    g: z.unknown().optional(),
    cid: id.optional(),
    i: z.int().min(1).optional(),
  })
  // One without the other would run uncounted, and so perhaps twice.
  .refine(({ cid, i }) => (cid === undefined) === (i === undefined));
const historyQuery = z.object({
  before: z.coerce.number().int().min(1).optional(),
  part: z.coerce.number().int().min(0).default(0),
});

const HISTORY_PAGE = 100;

export function boardRoutes(app: FastifyInstance, boards: Boards): void {
  const snapshots = new Snapshots();
  app.get('/api/boards', (request) => listBoards(boards, requireSession(request).userId));
  app.post('/api/boards', { config: limit(60, 60) }, async (request, reply) => {
    const { userId } = requireSession(request);
    const boardId = await boards.create(parseBody(newBoardBody, request), userId);
    return reply.code(201).send({ id: boardId });
  });
  app.get('/api/boards/:board/snapshot', (request, reply) => sendSnapshot({ boards, snapshots }, request, reply));
  app.post('/api/boards/:board/commands', (request) => runCommand(boards, request));
  app.get('/api/boards/:board/history', async (request) => {
    const { userId } = requireSession(request);
    const { board } = parseParams(boardPath, request);
    const { before, part } = parseQuery(historyQuery, request);
    await boards.enter(board, userId);
    const place = before === undefined ? null : { seq: before, part };
    const asked = { boardId: board, taskId: null, before: place, limit: HISTORY_PAGE };
    return { lines: await readHistory(boards.rooms.parts.database.kysely, asked) };
  });
}

async function listBoards(boards: Boards, userId: UserId) {
  const db = boards.rooms.parts.database.kysely;
  const summaries = await boardsOf(db, userId);
  const people = Map.groupBy(
    await teamsOf(
      db,
      summaries.map((board) => board.id),
    ),
    ({ boardId }) => boardId,
  );
  return summaries.map(({ boardRole, accountRole, ...board }) => ({
    ...board,
    role: roleOn(boardRole, accountRole),
    people: (people.get(board.id) ?? []).map((person) => ({ id: person.id, name: person.name })),
  }));
}

interface SnapshotParts {
  readonly boards: Boards;
  readonly snapshots: Snapshots;
}

async function sendSnapshot({ boards, snapshots }: SnapshotParts, request: FastifyRequest, reply: FastifyReply) {
  const { userId } = requireSession(request);
  const { room, role } = await boards.enter(parseParams(boardPath, request).board, userId);
  const { etag, json, brotli } = await snapshots.take(room, role);
  reply.header('etag', etag).header('cache-control', 'private, no-cache').header('vary', 'accept-encoding, cookie');
  if (isKnown(etag, request.headers['if-none-match'])) return reply.code(304).send();
  reply.type('application/json; charset=utf-8');
  if (!takesBrotli(request.headers['accept-encoding'])) return reply.send(json);
  return reply.header('content-encoding', 'br').send(brotli);
}

/** A proxy that packs answers by itself marks their tags as weak, and browsers may name several. */
function isKnown(etag: string, ifNoneMatch = ''): boolean {
  return ifNoneMatch.split(',').some((tag) => tag.trim().replace(/^W\//, '') === etag);
}

function takesBrotli(acceptEncoding: string | string[] = ''): boolean {
  return /(?:^|,)\s*br\s*(?:$|,|;\s*q=(?:1|0\.0*[1-9]))/.test(String(acceptEncoding));
}

async function runCommand(boards: Boards, request: FastifyRequest) {
  const { userId: actor } = requireSession(request);
  const { board } = parseParams(boardPath, request);
  const { n, a, g, cid, i } = parseBody(commandBody, request);
  const client = cid === undefined || i === undefined ? null : { cid, i };
  return { seq: await boards.runCounted(board, { call: readCall({ n, a, g }), actor, client }) };
}
