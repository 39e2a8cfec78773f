import type { Role } from '@talka/domain/boards';
import type { Row } from '@talka/domain/kernel';
import type { DeltaFrame } from '@talka/domain/wire';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';
import type { BoardMemory } from './board-memory.ts';
import type { ClientMark } from './client-marks.ts';
import type { RowStore } from './row-store.ts';

/** What changed on a board since a sequence number; the same for everybody who may see it. */
export type Changes = Pick<DeltaFrame, 'from' | 'seq' | 'rows' | 'gone'>;

export async function readChanges(
  db: Kysely<Tables>,
  rowStores: readonly RowStore[],
  memory: BoardMemory,
  from: number,
): Promise<Changes> {
  const rows: Record<string, readonly Row[]> = {};
  const gone: string[] = [];
  for (const rowStore of from < memory.seq ? rowStores : []) {
    const { table } = rowStore;
    const since = await rowStore.since(db, memory.boardId, from);
    if (since.rows.length > 0) rows[table.name] = since.rows;
    gone.push(...since.gone.map((id) => `${table.name}/${id}`));
  }
  return { from, seq: memory.seq, rows, gone };
}

export interface Reader {
  readonly userId: string;
  readonly role: Role;
  /** How far the commands of the reader's page got; one of another person counts as none. */
  readonly mark: ClientMark | undefined;
}

export function deltaFor(board: string, { userId, role, mark }: Reader, changes: Changes): DeltaFrame {
  const mine = mark?.userId === userId ? mark : undefined;
  return { t: 'delta', board, ack: mine?.last ?? 0, refused: mine?.refused ?? [], role, ...changes };
}
