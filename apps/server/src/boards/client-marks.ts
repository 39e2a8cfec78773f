import type { Refused } from '@talka/domain/wire';
import type { Kysely } from 'kysely';
import type { Tables } from '../platform/database/tables.ts';

/** How far the commands of one open browser page got. */
export interface ClientMark {
  readonly userId: string;
  /** The last counter that was decided. */
  readonly last: number;
  /** The latest refusals, for a browser that lost the answer. */
  readonly refused: readonly Refused[];
}

export type ClientMarks = ReadonlyMap<string, ClientMark>;

/**
 * The marks of some pages, by client id. They are read anew each time and never kept in memory: a page may have come by
 * another node, and a refusal there changes its mark but not the board's number.
 */
export async function readClientMarks(
  db: Kysely<Tables>,
  boardId: string,
  cids: readonly string[],
): Promise<ClientMarks> {
  if (cids.length === 0) return new Map();
  const rows = await db
    .selectFrom('board_clients')
    .select(['id', 'user_id', 'last_counter', 'refused'])
    .where('board_id', '=', boardId)
    .where('id', 'in', [...new Set(cids)])
    .execute();
  return new Map(
    rows.map((row) => [
      row.id,
      { userId: row.user_id, last: row.last_counter, refused: JSON.parse(row.refused) as Refused[] },
    ]),
  );
}
