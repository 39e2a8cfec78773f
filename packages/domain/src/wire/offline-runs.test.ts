import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { columnId, taskId } from '../boards/testing.ts';
import { tasks } from '../tasks/index.ts';
import { expectLaws } from './testing/laws.ts';
import type { SimClient } from './testing/sim-client.ts';
import { aWorld, heal, seedBoard } from './testing/sim-world.ts';

/** One person's offline work: each task behind the one before, the first behind `after`. */
function addRun(client: SimClient, ids: readonly string[], after: string | null): void {
  let behind = after === null ? null : taskId(after);
  for (const word of ids) {
    const id = taskId(word);
    const args = { column: columnId('todo'), after: behind, tasks: [{ id, title: word }] };
    client.act({ name: 'task.add', args });
    behind = id;
  }
}

const wordsOf = (letter: string, count: number): readonly string[] =>
  Array.from({ length: count }, (_, index) => `${letter}${index}`);

describe('two people who add at one place while both are offline', () => {
  test('stay two runs, whatever mix their commands arrive in', () => {
    const count = fc.integer({ min: 1, max: 6 });
    const turns = fc.array(fc.nat(1), { maxLength: 30 });
    fc.assert(
      fc.property(count, count, fc.constantFrom('t0', 't2', null, 'gone'), turns, (ofOne, ofOther, after, mix) => {
        const { server, clients, known } = aWorld(2);
        const [one, other] = clients as [SimClient, SimClient];
        const [mine, theirs] = [wordsOf('mine', ofOne), wordsOf('theirs', ofOther)];
        addRun(one, mine, after);
        addRun(other, theirs, after);
        for (const client of clients) {
          client.join();
          if (client.link !== null) server.read(client.link, client.userId, 1);
        }
        server.commit('well');
        for (const client of clients) client.receive(1);
        for (const turn of mix) {
          const { link, userId } = turn === 0 ? one : other;
          if (link !== null) server.read(link, userId, 1);
          if (turn === 1) server.commit('well');
        }
        heal({ server, clients, known });
        expectLaws(server, clients, seedBoard);
        const list = server.store.list(tasks, 'todo').join(' ');
        expect(list).toContain(mine.join(' '));
        expect(list).toContain(theirs.join(' '));
      }),
      { numRuns: 300 },
    );
  });

  test('each see their own at once, and the same board in the end', () => {
    const world = aWorld(2);
    const [one, other] = world.clients as [SimClient, SimClient];
    addRun(one, ['p', 'q'], 't1');
    addRun(other, ['x', 'y'], 't1');
    expect(one.replica.store.list(tasks, 'todo')).toEqual(['t0', 't1', 'p', 'q', 't2']);
    expect(other.replica.store.list(tasks, 'todo')).toEqual(['t0', 't1', 'x', 'y', 't2']);
    heal(world);
    expect(one.replica.store.list(tasks, 'todo')).toEqual(['t0', 't1', 'x', 'y', 'p', 'q', 't2']);
    expect(other.replica.store.list(tasks, 'todo')).toEqual(one.replica.store.list(tasks, 'todo'));
  });
});
