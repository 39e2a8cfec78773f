import type { Role } from '@talka/domain/boards';
import { keyOf } from '@talka/domain/kernel';
import type { Row } from '@talka/domain/kernel';
import type { DeltaFrame } from '@talka/domain/wire';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { BoardMemory } from './board-memory.ts';
import type { ClientMark } from './client-marks.ts';
import type { RowStore } from './row-store.ts';

/** What changed on a board since a sequence number; the same for everybody who may see it. */
export type Changes = Pick<DeltaFrame, 'from' | 'seq' | 'rows' | 'gone'>;

/** Past this many changed rows, loading the board anew is cheaper for everybody. */
const MOST_ROWS = 2_000;
/** Texts that aren't held in memory may be long, each. */
const MOST_UNHELD_ROWS = 20;

/** Null when it is so much that a page had better load the board. */
export async function readChanges(
  db: Kysely<Tables>,
  rowStores: readonly RowStore[],
  memory: BoardMemory,
  from: number,
): Promise<Changes | null> {
  const rows: Record<string, readonly Row[]> = {};
  const gone: string[] = [];
  for (const { table, held, since } of from < memory.seq ? rowStores : []) {
    const most = held ? MOST_ROWS : MOST_UNHELD_ROWS;
    const changed = await since(db, memory.boardId, from, most + 1);
    if (changed.rows.length + changed.gone.length > most) return null;
    if (changed.rows.length > 0) rows[table.name] = changed.rows;
    gone.push(...changed.gone.map((id) => keyOf(table.name, id)));
  }
  return { from, seq: memory.seq, rows, gone };
}

export interface Reader {
  readonly cid: string;
  readonly userId: string;
  readonly role: Role;
  /** How far the commands of the reader's page got; one of another person counts as none. */
  readonly mark: ClientMark | undefined;
}

export function deltaFor(board: string, { cid, userId, role, mark }: Reader, changes: Changes): DeltaFrame {
  const mine = mark?.userId === userId ? mark : undefined;
  return { t: 'delta', board, c: cid, ack: mine?.last ?? 0, refused: mine?.refused ?? [], role, ...changes };
}
