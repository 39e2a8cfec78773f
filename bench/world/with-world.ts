import { say } from '../say.ts';
import { signUp } from './person.ts';
import type { Person } from './person.ts';
import { makeDataFolder, startServer } from './running-server.ts';
import type { RunningServer } from './running-server.ts';
import { seedBoard, SIZES } from './seed-board.ts';

export interface SeededBoard {
  readonly id: string;
  /** Tasks on it. */
  readonly size: number;
}

/** A server with one person and a board of each size. */
export interface World {
  readonly dataDir: string;
  readonly server: RunningServer;
  readonly person: Person;
  readonly boards: readonly SeededBoard[];
}

/** Makes a world in a folder of its own, and takes it away again. */
export async function withWorld<Value>(work: (world: World) => Promise<Value>): Promise<Value> {
  using folder = makeDataFolder();
  const server = await startServer(folder.path);
  try {
    const person = await signUp(server.url);
    const boards: SeededBoard[] = [];
    for (const size of SIZES) boards.push({ id: await seedBoard(person, size), size });
    say(`   boards of ${SIZES.join(', ')} tasks are there`);
    return await work({ dataDir: folder.path, server, person, boards });
  } finally {
    await server.stop();
  }
}

export function largestOf({ boards }: World): SeededBoard {
  const largest = boards.at(-1);
  if (largest === undefined) throw new Error('a world without a board');
  return largest;
}
