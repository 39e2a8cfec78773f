import type { FanOutFigures } from '../load/job.ts';
import { runJob } from '../load/run-job.ts';
import { say } from '../say.ts';
import { medianOfEach } from '../statistics.ts';
import { largestOf, withWorld } from '../world/with-world.ts';

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

/** From sending a move to its arrival at every socket, milliseconds; the median of the repetitions, lost all added. */
export async function measureFanOut(isQuick: boolean): Promise<readonly FanOutCase[]> {
  return withWorld(async (world) => {
    const { url, cookie } = world.person;
    const made: FanOutCase[] = [];
    for (const asked of CASES) {
      const repetitions: FanOutFigures[] = [];
      for (let seed = 1; seed <= (isQuick ? 1 : 3); seed += 1) {
        const aim = { url, cookie, boardId: largestOf(world).id, seed };
        const times = { warmUpMs: 1_000, measureMs: 3_500 };
        repetitions.push(await runJob<'fan-out'>({ kind: 'fan-out', ...aim, ...asked, ...times }));
      }
      const figures = medianOfEach(repetitions.map((one) => ({ ...one })));
      const lost = repetitions.reduce((sum, one) => sum + one.lost, 0);
      made.push({ ...asked, ...figures, lost });
      const { p50, p99, serverCore } = figures;
      say(
        `   ${asked.sockets} sockets × ${asked.perSecond}/s: p50 ${p50} p99 ${p99} ms, ${serverCore} core, ${lost} lost`,
      );
    }
    return made;
  });
}
