import type { Role } from '@talka/domain/boards';
import { keyOf } from '@talka/domain/kernel';
import type { Row } from '@talka/domain/kernel';
import type { DeltaFrame } from '@talka/domain/wire';
import { readClientMark } from './board-memory.ts';
import type { BoardMemory, ClientMark } from './board-memory.ts';
import type { BoardParts } from './board-parts.ts';

export interface Asked {
  readonly cid: string;
  readonly since: number;
  readonly userId: string;
  readonly role: Role;
}

/** Past this many changed rows, loading the board anew is cheaper for everybody. */
const MOST_ROWS = 2_000;
/** Texts that aren't held in memory may be long, each. */
const MOST_UNHELD_ROWS = 20;

/**
 * What changed on a board since a sequence number, and how far the asking client's commands got; null when that is so
 * much that the client had better load the board.
 */
export async function readDelta(parts: BoardParts, memory: BoardMemory, asked: Asked): Promise<DeltaFrame | null> {
  const changes = asked.since < memory.seq ? await readChanges(parts, memory, asked.since) : { rows: {}, gone: [] };
  if (changes === null) return null;
  const mine = await readOwnMark(parts, memory, asked);
  return {
    t: 'delta',
    board: memory.boardId,
    c: asked.cid,
    from: asked.since,
    seq: memory.seq,
    ack: mine?.last ?? 0,
    refused: mine?.refused ?? [],
    role: asked.role,
    ...changes,
  };
}

type Changes = Pick<DeltaFrame, 'rows' | 'gone'>;

async function readChanges(parts: BoardParts, memory: BoardMemory, since: number): Promise<Changes | null> {
  const rows: Record<string, readonly Row[]> = {};
  const gone: string[] = [];
  for (const { table, held, since: readSince } of parts.rowStores) {
    const most = held ? MOST_ROWS : MOST_UNHELD_ROWS;
    const changed = await readSince(parts.database.kysely, memory.boardId, since, most + 1);
    if (changed.rows.length + changed.gone.length > most) return null;
    if (changed.rows.length > 0) rows[table.name] = changed.rows;
    gone.push(...changed.gone.map((id) => keyOf(table.name, id)));
  }
  return { rows, gone };
}

/** Read anew at each hello: meanwhile this client may have been served by another node. */
async function readOwnMark(parts: BoardParts, memory: BoardMemory, asked: Asked): Promise<ClientMark | null> {
  const mark = await readClientMark(parts.database.kysely, memory.boardId, asked.cid);
  if (mark?.userId !== asked.userId) return null;
  memory.clients.set(asked.cid, mark);
  return mark;
}
