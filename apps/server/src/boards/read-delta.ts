import type { Role } from '@talka/domain/boards';
import type { Row } from '@talka/domain/kernel';
import type { DeltaFrame } from '@talka/domain/wire';
import { readClientMark } from './board-memory.ts';
import type { BoardMemory } from './board-memory.ts';
import type { BoardParts } from './board-parts.ts';

export interface Asked {
  readonly cid: string;
  readonly since: number;
  readonly userId: string;
  readonly role: Role;
}

/** What changed on a board since a sequence number, and how far the asking client's commands got. */
export async function readDelta(parts: BoardParts, memory: BoardMemory, asked: Asked): Promise<DeltaFrame> {
  const db = parts.database.kysely;
  const mark = memory.clients.get(asked.cid) ?? (await readClientMark(db, memory.boardId, asked.cid));
  const mine = mark?.userId === asked.userId ? mark : null;
  if (mine !== null) memory.clients.set(asked.cid, mine);
  const rows: Record<string, readonly Row[]> = {};
  const gone: string[] = [];
  for (const rowStore of asked.since < memory.seq ? parts.rowStores : []) {
    const { table } = rowStore;
    const since = await rowStore.since(db, memory.boardId, asked.since);
    if (since.rows.length > 0) rows[table.name] = since.rows;
    gone.push(...since.gone.map((id) => `${table.name}/${id}`));
  }
  return {
    t: 'delta',
    board: memory.boardId,
    from: asked.since,
    seq: memory.seq,
    ack: mine?.last ?? 0,
    refused: mine?.refused ?? [],
    role: asked.role,
    rows,
    gone,
  };
}
