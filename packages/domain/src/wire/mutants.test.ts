import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  ReplicaBlindToGaps,
  ReplicaForgettingRefusals,
  ReplicaWithoutReplay,
  ReplicaWithoutRollback,
} from './testing/faults.ts';
import type { ServerFault } from './testing/faults.ts';
import { expectLaws } from './testing/laws.ts';
import { schedules } from './testing/schedule.ts';
import { play, seedBoard } from './testing/sim-world.ts';
import type { Faults } from './testing/sim-world.ts';

/** How many schedules it takes at most to find any of these bugs. */
const RUNS = 500;

/** The law that the schedules find broken, or null when this bug gets through. */
function caught(faults: Faults): string | null {
  const details = fc.check(
    fc.property(schedules, (schedule) => {
      const { server, clients } = play(schedule, faults);
      expectLaws(server, clients, seedBoard);
    }),
    { numRuns: RUNS, endOnFailure: true },
  );
  return details.failed ? String(details.errorInstance) : null;
}

const SERVER_BUGS: Readonly<Record<ServerFault, string>> = {
  'no-duplicate-check': 'a command that is sent again is done again',
  'no-ack-in-delta': 'a delta does not say how far the page’s commands got',
  'delta-one-early': 'a delta begins one command too early',
  'delta-one-late': 'a delta begins one command too late',
  'column-delete-drops-tasks': 'deleting a column drops its tasks',
  'column-delete-strands-tasks': 'deleting a column leaves its tasks in it',
  'refusal-writes-partly': 'a refused command leaves half of itself behind',
  'failed-batch-stays': 'a batch that could not be stored stays in memory',
};

const PAGE_BUGS: Readonly<Record<string, Required<Pick<Faults, 'replica'>>>> = {
  'undecided commands are not taken back before news': {
    replica: (store, who) => new ReplicaWithoutRollback(store, who),
  },
  'undecided commands are not run again after news': { replica: (store, who) => new ReplicaWithoutReplay(store, who) },
  'an answer settles every command before it': { replica: (store, who) => new ReplicaForgettingRefusals(store, who) },
  'a missing batch goes unnoticed': { replica: (store, who) => new ReplicaBlindToGaps(store, who) },
};

describe('the schedules catch it when', () => {
  test.each(Object.entries(SERVER_BUGS))('the server has the bug %s: %s', (fault) => {
    expect(caught({ server: fault as ServerFault })).toMatch(/^Error: (broken|must have|no key|a board)/);
  });

  test.each(Object.entries(PAGE_BUGS))('%s', (_, faults) => {
    expect(caught(faults)).toMatch(/^Error: (broken|must have|no key|a board)/);
  });

  test('there is no bug: then they find none', () => {
    expect(caught({})).toBeNull();
  });
});
