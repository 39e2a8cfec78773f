import { inRounds } from '../in-rounds.ts';
import type { FanOutFigures } from '../load/job.ts';
import { runJob } from '../load/run-job.ts';
import { say } from '../say.ts';
import { medianOfEach } from '../statistics.ts';
import { largestOf, withWorld } from '../world/with-world.ts';
import type { World } from '../world/with-world.ts';

const CASES = [
  { sockets: 20, perSecond: 20 },
  { sockets: 20, perSecond: 400 },
  { sockets: 200, perSecond: 20 },
  { sockets: 200, perSecond: 400 },
] as const;

export interface FanOutCase extends FanOutFigures {
  readonly sockets: number;
  readonly perSecond: number;
}

/** From sending a move to its arrival at every socket, milliseconds; the median of the rounds, lost all added. */
export async function measureFanOut(isQuick: boolean): Promise<readonly FanOutCase[]> {
  return withWorld(async (world) => {
    const results = await inRounds(CASES, isQuick ? 1 : 3, (one, seed) => measureCase(world, one, seed));
    return CASES.map((asked, at) => {
      const rounds = results[at] ?? [];
      const lost = rounds.reduce((sum, one) => sum + one.lost, 0);
      return { ...asked, ...medianOfEach(rounds.map((one) => ({ ...one }))), lost };
    });
  });
}

async function measureCase(world: World, asked: (typeof CASES)[number], seed: number): Promise<FanOutFigures> {
  const { url, cookie } = world.person;
  const aim = { url, cookie, boardId: largestOf(world).id, seed };
  const made = await runJob<'fan-out'>({ kind: 'fan-out', ...aim, ...asked, warmUpMs: 1_000, measureMs: 3_000 });
  const { p50, p99, serverCore, lost } = made;
  say(`   ${asked.sockets} sockets × ${asked.perSecond}/s: p50 ${p50} p99 ${p99} ms, ${serverCore} core, ${lost} lost`);
  return made;
}
