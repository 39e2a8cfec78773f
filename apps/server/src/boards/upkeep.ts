import type { Bus } from '../platform/bus/index.ts';
import type { Log } from '../platform/log/log.ts';
import type { BoardLive } from './board-live.ts';
import type { BoardRooms } from './board-rooms.ts';

interface UpkeepParts {
  readonly rooms: BoardRooms;
  readonly live: BoardLive;
  readonly bus: Bus;
  readonly log: Log;
}

const BEAT_MS = 1_000;
const EVICT_EVERY_BEATS = 60;
/** The bus tells what other nodes commit; a message that was lost with nothing after it is found this way. */
const LOOK_EVERY_BEATS = 5;
const LOOK_WITHOUT_BUS_EVERY_BEATS = 2;

/** What is done now and then for boards; returns what ends it. */
export function startUpkeep(parts: UpkeepParts): () => void {
  let beats = 0;
  let isLooking = false;
  const beat = (): void => {
    beats += 1;
    parts.live.beat();
    if (beats % EVICT_EVERY_BEATS === 0) void noting(parts.log, () => parts.rooms.evictIdle());
    if (isLooking || !isTimeToLook(parts.bus, beats)) return;
    isLooking = true;
    void noting(parts.log, () => parts.rooms.lookForNews()).then(() => (isLooking = false));
  };
  const timer = setInterval(beat, BEAT_MS);
  timer.unref();
  return () => clearInterval(timer);
}

function isTimeToLook({ state }: Bus, beats: number): boolean {
  if (state === 'alone') return false;
  return beats % (state === 'up' ? LOOK_EVERY_BEATS : LOOK_WITHOUT_BUS_EVERY_BEATS) === 0;
}

async function noting(log: Log, work: () => Promise<void>): Promise<void> {
  try {
    await work();
  } catch (error) {
    log.warn({ err: error }, 'the upkeep of boards failed; it comes again');
  }
}
