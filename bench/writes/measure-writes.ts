import { inRounds } from '../in-rounds.ts';
import type { WriteFigures, WriteKind } from '../load/job.ts';
import { runJob } from '../load/run-job.ts';
import { say } from '../say.ts';
import { growthExponent, medianOfEach } from '../statistics.ts';
import { seedBoard } from '../world/seed-board.ts';
import { withWorld } from '../world/with-world.ts';
import type { SeededBoard, World } from '../world/with-world.ts';

const WRITERS = [1, 16, 64] as const;
const KINDS: readonly WriteKind[] = ['move', 'rename', 'create'];

export interface WriteCase extends WriteFigures {
  readonly command: WriteKind;
  readonly tasks: number;
  readonly writers: number;
}

/** Times in milliseconds, each figure the median of its repetitions. */
export interface WritesFigures {
  readonly cases: readonly WriteCase[];
  readonly moveExponent: number;
}

interface Asked {
  readonly command: WriteKind;
  readonly board: SeededBoard;
  readonly writers: number;
}

export async function measureWrites(isQuick: boolean): Promise<WritesFigures> {
  return withWorld(async (world) => {
    const asked = await casesOf(world);
    const results = await inRounds(asked, isQuick ? 1 : 3, (one, round) => measureCase(world, one, round));
    const cases = asked.map(({ command, board, writers }, at): WriteCase => {
      return { command, tasks: board.size, writers, ...medianOfEach(results[at] ?? []) };
    });
    return { cases, moveExponent: growthExponent(cases.filter(isSingleMove).map(sizeAndCost)) };
  });
}

async function casesOf(world: World): Promise<readonly Asked[]> {
  const toGrow = await boardsToGrow(world);
  return KINDS.flatMap((command) => {
    const boards = command === 'create' ? toGrow : world.boards;
    return boards.flatMap((board) => WRITERS.map((writers) => ({ command, board, writers })));
  });
}

/** Creating makes boards larger, so it gets some of its own. */
async function boardsToGrow({ person, boards }: World): Promise<readonly SeededBoard[]> {
  const fresh: SeededBoard[] = [];
  for (const { size } of boards) fresh.push({ id: await seedBoard(person, size), size });
  return fresh;
}

async function measureCase({ person }: World, { command, board, writers }: Asked, seed: number) {
  const aim = { url: person.url, cookie: person.cookie, boardId: board.id, seed };
  const times = { warmUpMs: 200, measureMs: 600 };
  const { perSecond, p50, p95, p99, count, refused } = await runJob<'write'>({
    kind: 'write',
    command,
    writers,
    ...aim,
    ...times,
  });
  say(`   ${command} on ${board.size}, ${writers} writers: ${perSecond}/s, p50 ${p50} p99 ${p99} ms`);
  return { perSecond, p50, p95, p99, count, refused };
}

function isSingleMove({ command, writers }: WriteCase): boolean {
  return command === 'move' && writers === 1;
}

function sizeAndCost({ tasks, p50 }: WriteCase) {
  return { size: tasks, cost: p50 };
}
