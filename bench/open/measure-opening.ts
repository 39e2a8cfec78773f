import { Agent, request } from 'node:http';
import { say } from '../say.ts';
import { growthExponent, median, rounded } from '../statistics.ts';
import { send } from '../world/person.ts';
import type { Person } from '../world/person.ts';
import { startServer } from '../world/running-server.ts';
import { withWorld } from '../world/with-world.ts';
import type { SeededBoard, World } from '../world/with-world.ts';

export interface OpenedBoard {
  readonly tasks: number;
  /** Asked right after a change: packed anew. Milliseconds until the last byte is here. */
  readonly changedMs: number;
  /** Asked again without a change. */
  readonly againMs: number;
  /** The first time after the server started: read from the database, then packed. */
  readonly firstMs: number;
  /** Of the body as it travels, compressed. */
  readonly bytes: number;
}

export interface OpeningFigures {
  readonly boards: readonly OpenedBoard[];
  readonly openExponent: number;
}

export async function measureOpening(isQuick: boolean): Promise<OpeningFigures> {
  return withWorld(async (world) => {
    const repetitions = isQuick ? 3 : 9;
    const boards: OpenedBoard[] = [];
    for (const board of world.boards) boards.push(await openBoard(world, board, repetitions));
    const openExponent = growthExponent(boards.map(({ tasks, changedMs }) => ({ size: tasks, cost: changedMs })));
    return { boards, openExponent };
  });
}

async function openBoard({ person, dataDir }: World, board: SeededBoard, repetitions: number): Promise<OpenedBoard> {
  const changed: number[] = [];
  const again: number[] = [];
  const first: number[] = [];
  let bytes = 0;
  for (let at = 0; at < repetitions; at += 1) {
    await send(person, `/api/boards/${board.id}/commands`, { n: 'board.rename', a: { name: `Renamed ${at}` } });
    const opened = await fetchSnapshot(person, board.id);
    changed.push(opened.ms);
    bytes = opened.bytes;
    again.push((await fetchSnapshot(person, board.id)).ms);
  }
  // A second server on the same data, which has nothing of it in memory yet.
  for (let at = 0; at < 3; at += 1) first.push(await openFirst(person, dataDir, board));
  const opened = {
    tasks: board.size,
    changedMs: rounded(median(changed)),
    againMs: rounded(median(again)),
    firstMs: rounded(median(first)),
    bytes,
  };
  say(
    `   ${board.size} tasks: ${opened.changedMs} ms, again ${opened.againMs}, first ${opened.firstMs}, ${bytes} bytes`,
  );
  return opened;
}

async function openFirst(person: Person, dataDir: string, board: SeededBoard): Promise<number> {
  const server = await startServer(dataDir);
  try {
    return (await fetchSnapshot({ ...person, url: server.url }, board.id)).ms;
  } finally {
    await server.stop();
  }
}

interface Fetched {
  readonly ms: number;
  readonly bytes: number;
}

const agent = new Agent({ keepAlive: true });

/** As a browser asks, but left compressed: unpacking is the browser's cost. */
function fetchSnapshot({ url, cookie }: Person, boardId: string): Promise<Fetched> {
  const headers = { cookie, 'accept-encoding': 'gzip, deflate, br' };
  const askedAt = performance.now();
  return new Promise((resolve, reject) => {
    const asked = request(`${url}/api/boards/${boardId}/snapshot`, { agent, headers }, (answer) => {
      let bytes = 0;
      answer.on('data', (chunk: Buffer) => (bytes += chunk.length));
      answer.on('end', () => {
        if (answer.statusCode === 200 && answer.headers['content-encoding'] === 'br') {
          resolve({ ms: performance.now() - askedAt, bytes });
        } else reject(new Error(`a snapshot answered ${answer.statusCode ?? ''}`));
      });
    });
    asked.on('error', reject).end();
  });
}
