import { setTimeout as sleep } from 'node:timers/promises';
import { rounded, spreadOf } from '../statistics.ts';
import { createChance } from '../world/chance.ts';
import { readSnapshot } from '../world/seed-board.ts';
import { BoardModel } from './board-model.ts';
import type { Call } from './board-model.ts';
import type { WriteFigures, WriteJob } from './job.ts';
import { openLiveClients } from './live-client.ts';
import type { LiveClient } from './live-client.ts';

/** Past this many, a run ends early: it must not make another board of the one it measures. */
const WRITES_AT_MOST = 6_000;

/** Writers in a closed loop: how long each waits for its acknowledgement, and how many get through in a second. */
export async function write(job: WriteJob): Promise<WriteFigures> {
  const snapshot = await readSnapshot(job, job.boardId);
  const model = new BoardModel(snapshot, createChance(job.seed));
  const clients = await openLiveClients(job.writers, { ...job, since: snapshot.seq });
  const tally = new Tally(() => model.next(job.command));
  for (const client of clients) startWriter(client, tally);
  await sleep(job.warmUpMs);
  tally.begin();
  await Promise.race([sleep(job.measureMs), tally.full]);
  const figures = tally.end();
  await Promise.all(clients.map((client) => client.close()));
  return figures;
}

function startWriter(client: LiveClient, tally: Tally): void {
  let sentAt = 0;
  let mine = '';
  const sendNext = (): void => {
    const call = tally.next();
    if (call === null) return;
    sentAt = performance.now();
    mine = `"c":"${client.cid}","i":${client.send(call.n, call.a)},`;
  };
  client.hear((frame) => {
    if (!frame.includes(mine)) return;
    if (frame.includes('"t":"x"')) tally.refused += 1;
    else tally.add(performance.now() - sentAt);
    sendNext();
  });
  sendNext();
}

class Tally {
  refused = 0;
  readonly full: Promise<void>;
  readonly #nextCall: () => Call;
  #fill: () => void = () => {};
  #samples: number[] = [];
  #beganAt = 0;
  #isOver = false;

  constructor(nextCall: () => Call) {
    this.#nextCall = nextCall;
    this.full = new Promise((resolve) => (this.#fill = resolve));
  }

  next(): Call | null {
    return this.#isOver ? null : this.#nextCall();
  }

  add(milliseconds: number): void {
    this.#samples.push(milliseconds);
    if (this.#beganAt > 0 && this.#samples.length >= WRITES_AT_MOST) this.#fill();
  }

  begin(): void {
    this.#samples = [];
    this.#beganAt = performance.now();
  }

  end(): WriteFigures {
    const seconds = (performance.now() - this.#beganAt) / 1000;
    this.#isOver = true;
    return {
      ...spreadOf(this.#samples),
      perSecond: rounded(this.#samples.length / seconds),
      refused: this.refused,
    };
  }
}
