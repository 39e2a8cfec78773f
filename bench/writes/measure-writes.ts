import type { WriteFigures, WriteKind } from '../load/job.ts';
import { runJob } from '../load/run-job.ts';
import { say } from '../say.ts';
import { growthExponent, medianOfEach } from '../statistics.ts';
import { seedBoard } from '../world/seed-board.ts';
import { withWorld } from '../world/with-world.ts';
import type { SeededBoard, World } from '../world/with-world.ts';

const WRITERS = [1, 16, 64] as const;
/** Creating last: it makes the boards larger. */
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

export async function measureWrites(isQuick: boolean): Promise<WritesFigures> {
  return withWorld(async (world) => {
    const cases: WriteCase[] = [];
    for (const command of KINDS) {
      const boards = command === 'create' ? await boardsToGrow(world) : world.boards;
      for (const board of boards) {
        for (const writers of WRITERS) cases.push(await measureCase(world, { command, board, writers, isQuick }));
      }
    }
    return { cases, moveExponent: growthExponent(cases.filter(isSingleMove).map(sizeAndCost)) };
  });
}

async function boardsToGrow({ person, boards }: World): Promise<readonly SeededBoard[]> {
  const fresh: SeededBoard[] = [];
  for (const { size } of boards) fresh.push({ id: await seedBoard(person, size), size });
  return fresh;
}

interface Asked {
  readonly command: WriteKind;
  readonly board: SeededBoard;
  readonly writers: number;
  readonly isQuick: boolean;
}

async function measureCase(world: World, { command, board, writers, isQuick }: Asked): Promise<WriteCase> {
  const { url, cookie } = world.person;
  const repetitions: WriteFigures[] = [];
  for (let seed = 1; seed <= (isQuick ? 1 : 3); seed += 1) {
    const aim = { url, cookie, boardId: board.id, seed };
    const times = { warmUpMs: 250, measureMs: 700 };
    repetitions.push(await runJob<'write'>({ kind: 'write', command, writers, ...aim, ...times }));
  }
  const figures = medianOfEach(repetitions as unknown as readonly Record<keyof WriteFigures, number>[]);
  const made = { command, tasks: board.size, writers, ...figures };
  say(`   ${command} ${board.size} tasks, ${writers} writers: ${made.perSecond}/s, p50 ${made.p50} p99 ${made.p99} ms`);
  return made;
}

function isSingleMove({ command, writers }: WriteCase): boolean {
  return command === 'move' && writers === 1;
}

function sizeAndCost({ tasks, p50 }: WriteCase) {
  return { size: tasks, cost: p50 };
}
