import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { expectLaws } from './testing/laws.ts';
import { schedules } from './testing/schedule.ts';
import { play, seedBoard } from './testing/sim-world.ts';

const RUNS = 2_000;

describe('people working at once over a bad network', () => {
  test('end with the same board, each command done once or told to be refused', () => {
    let accepted = 0;
    let refused = 0;
    fc.assert(
      fc.property(schedules, (schedule) => {
        const { server, clients } = play(schedule);
        expectLaws(server, clients, seedBoard);
        accepted += server.log.length;
        refused += server.refusals.length;
      }),
      { numRuns: RUNS },
    );
    // A suite in which nothing happens would hold as well.
    expect(accepted).toBeGreaterThan(RUNS * 5);
    expect(refused).toBeGreaterThan(RUNS / 4);
  }, 120_000);
});
