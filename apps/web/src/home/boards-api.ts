import type { Api } from '../app/api.ts';
import { listOf, number, shape, text } from '../app/parse.ts';

const readTile = shape({
  id: text,
  name: text,
  accountId: text,
  accountName: text,
  role: text,
  openTasks: number,
  updatedAt: number,
  people: listOf(shape({ id: text, name: text })),
});
const readTiles = listOf(readTile);
const readMade = shape({ id: text });

/** A board as Home shows it. `updatedAt` in epoch milliseconds. */
export type BoardTileData = ReturnType<typeof readTile>;

export interface NewBoard {
  readonly id: string;
  readonly name: string;
  readonly accountId: string;
  /** Names of its columns in order, in the creator's language. */
  readonly stages: readonly string[];
  /** What its Done column is called; '' for each reader's own word. */
  readonly done: string;
}

export function listBoards(api: Api, signal: AbortSignal): Promise<readonly BoardTileData[]> {
  return api.get('/boards', readTiles, { signal });
}

export async function createBoard(api: Api, { id, name, accountId, stages, done }: NewBoard): Promise<string> {
  return (await api.send('POST', '/boards', { id, name, accountId, stages, done }, readMade)).id;
}
