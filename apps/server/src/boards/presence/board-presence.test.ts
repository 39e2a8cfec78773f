import { makeId } from '@talka/domain/kernel';
import type { BoardId, UserId } from '@talka/domain/kernel';
import type { PeopleFrame } from '@talka/domain/wire';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createInProcessBus } from '../../platform/bus/index.ts';
import type { Bus } from '../../platform/bus/index.ts';
import { createTestClock } from '../../platform/clock/testing.ts';
import type { LiveConnection } from '../../platform/live/index.ts';
import type { Seat } from '../audience.ts';
import { BoardPresence } from './board-presence.ts';

let made = 0;
const newId = <Id extends string>(): Id => makeId(1_800_000_000_000, new Uint8Array(10).fill((made += 1))) as Id;
const BOARD = newId<BoardId>();
const clock = createTestClock();

/** A page whose browser answers pings, unless it is told not to. */
function aPage(): Seat & { fallsSilent(): void } {
  const silence: { at: number | null } = { at: null };
  const userId = newId<UserId>();
  const connection: LiveConnection = {
    id: newId(),
    session: { userId, sessionId: newId() },
    bufferedBytes: 0,
    get heardAt() {
      return silence.at ?? clock.now();
    },
    send() {},
    close() {},
  };
  return { connection, cid: newId(), userId, fallsSilent: () => void (silence.at = clock.now()) };
}

function aNode(bus: Bus) {
  const told: PeopleFrame[] = [];
  const presence = new BoardPresence(BOARD, { bus, clock, nodeId: newId(), tell: (frame) => void told.push(frame) });
  onTestFinished(() => presence.end());
  return { presence, told, who: () => presence.whole().people.map(({ cid }) => cid) };
}

const soon = { timeout: 1_000, interval: 5 };

test('who comes, moves and leaves is told in one frame for all that happened within a tenth of a second', async () => {
  const { presence, told } = aNode(createInProcessBus().join());
  const [ada, mika] = [aPage(), aPage()];
  presence.move(ada, null, 'looking');
  presence.move(mika, null, 'looking');
  presence.move(mika, BOARD, 'editing');
  await vi.waitFor(() => expect(told).toHaveLength(1), soon);
  expect(told[0]).toEqual({
    t: 'pres',
    board: BOARD,
    whole: false,
    people: [
      { u: ada.userId, cid: ada.cid, at: null, doing: 'looking' },
      { u: mika.userId, cid: mika.cid, at: BOARD, doing: 'editing' },
    ],
    gone: [],
  });
  presence.leave(ada.connection);
  presence.move(mika, BOARD, 'editing');
  await vi.waitFor(() => expect(told).toHaveLength(2), soon);
  expect(told[1]).toMatchObject({ whole: false, people: [], gone: [ada.cid] });
});

test('nodes tell each other, the one that comes later too', async () => {
  const bus = createInProcessBus();
  const one = aNode(bus.join());
  const [ada, mika] = [aPage(), aPage()];
  one.presence.move(ada, null, 'looking');
  await vi.waitFor(() => expect(one.told).toHaveLength(1), soon);
  const other = aNode(bus.join());
  await vi.waitFor(() => expect(other.who()).toEqual([ada.cid]), soon);
  other.presence.move(mika, null, 'looking');
  await vi.waitFor(() => expect(one.who().toSorted()).toEqual([ada.cid, mika.cid].toSorted()), soon);
  other.presence.leave(mika.connection);
  await vi.waitFor(() => expect(one.who()).toEqual([ada.cid]), soon);
});

test('a page that changed servers is there once, and stays when the first server lets go of it', async () => {
  const bus = createInProcessBus();
  const [one, other] = [aNode(bus.join()), aNode(bus.join())];
  const [before, now] = [aPage(), aPage()];
  const moved = { ...now, cid: before.cid, userId: before.userId };
  one.presence.move(before, null, 'looking');
  other.presence.move(moved, null, 'looking');
  await vi.waitFor(() => expect(one.told.length).toBeGreaterThan(0), soon);
  one.presence.leave(before.connection);
  await vi.waitFor(() => expect(one.who()).toEqual([before.cid]), soon);
  expect(other.who()).toEqual([before.cid]);
});

test('a browser that vanished without a word is gone within ten seconds', () => {
  const { presence, who } = aNode(createInProcessBus().join());
  const [ada, ghost] = [aPage(), aPage()];
  presence.move(ada, null, 'looking');
  presence.move(ghost, null, 'looking');
  ghost.fallsSilent();
  clock.advance(4_500);
  expect(who()).toContain(ghost.cid);
  clock.advance(4_500);
  expect(who()).toEqual([ada.cid]);
});

test('a server that was killed takes its people along within ten seconds; one that lives keeps them', async () => {
  const bus = createInProcessBus();
  const [here, killed, alive] = [aNode(bus.join()), aNode(bus.join()), aNode(bus.join())];
  const [ghost, mika] = [aPage(), aPage()];
  killed.presence.move(ghost, null, 'looking');
  alive.presence.move(mika, null, 'looking');
  await vi.waitFor(() => expect(here.who()).toHaveLength(2), soon);
  for (let second = 0; second < 9; second += 1) {
    clock.advance(1_000);
    alive.presence.beat();
    here.presence.beat();
    await new Promise((resolve) => setImmediate(() => setImmediate(resolve)));
  }
  expect(here.who()).toEqual([mika.cid]);
});
