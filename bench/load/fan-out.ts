import { setTimeout as sleep } from 'node:timers/promises';
import type { PatchFrame } from '@talka/domain/wire';
import { rounded, spreadOf } from '../statistics.ts';
import { createChance } from '../world/chance.ts';
import { readSnapshot } from '../world/seed-board.ts';
import { BoardModel } from './board-model.ts';
import type { FanOutFigures, FanOutJob } from './job.ts';
import { openLiveClients } from './live-client.ts';
import type { LiveClient } from './live-client.ts';

const WRITERS = 4;
const LAST_ONES_WITHIN_MS = 5_000;

/** Writes at a fixed rate; how long until each write is at each socket, and whether it is there at all. */
export async function fanOut(job: FanOutJob): Promise<FanOutFigures> {
  const snapshot = await readSnapshot(job, job.boardId);
  const model = new BoardModel(snapshot, createChance(job.seed));
  const clients = await openLiveClients(job.sockets, { ...job, since: snapshot.seq });
  const deliveries = new Deliveries();
  for (const client of clients) client.hear((frame) => deliveries.heard(frame));
  const send = (client: LiveClient): void => {
    const { n, a } = model.next('move');
    deliveries.sent(`${client.cid} ${client.send(n, a)}`);
  };
  await writeAtRate(clients, job.perSecond, job.warmUpMs, send);
  await deliveries.arrived(job.sockets);
  deliveries.begin();
  const cpuBefore = await serverCpuSeconds(job.url);
  const startedAt = performance.now();
  await writeAtRate(clients, job.perSecond, job.measureMs, send);
  await deliveries.arrived(job.sockets);
  const seconds = (performance.now() - startedAt) / 1000;
  const serverCore = rounded(((await serverCpuSeconds(job.url)) - cpuBefore) / seconds);
  await Promise.all(clients.map((client) => client.close()));
  return { ...deliveries.figures(job.sockets), serverCore };
}

async function writeAtRate(
  clients: readonly LiveClient[],
  perSecond: number,
  forMs: number,
  send: (client: LiveClient) => void,
): Promise<void> {
  const startedAt = performance.now();
  const writers = clients.slice(0, WRITERS);
  for (let sent = 0; ;) {
    const elapsed = performance.now() - startedAt;
    if (elapsed >= forMs) return;
    for (; sent < (elapsed / 1000) * perSecond; sent += 1) {
      const writer = writers[sent % writers.length];
      if (writer !== undefined) send(writer);
    }
    await sleep(1);
  }
}

/** When each write was sent, and how late it was at each socket. */
class Deliveries {
  readonly #sentAt = new Map<string, number>();
  /** The same frame reaches every socket: it is read once. */
  readonly #read = new Map<string, readonly string[]>();
  #latencies: number[] = [];

  sent(write: string): void {
    this.#sentAt.set(write, performance.now());
  }

  heard(frame: Buffer): void {
    const now = performance.now();
    for (const write of this.#writesIn(frame.toString('utf8'))) {
      const sentAt = this.#sentAt.get(write);
      if (sentAt !== undefined) this.#latencies.push(now - sentAt);
    }
  }

  begin(): void {
    this.#sentAt.clear();
    this.#read.clear();
    this.#latencies = [];
  }

  /** Waits for what is still on its way. */
  async arrived(sockets: number): Promise<void> {
    const deadline = performance.now() + LAST_ONES_WITHIN_MS;
    while (this.#missing(sockets) > 0 && performance.now() < deadline) await sleep(1);
  }

  figures(sockets: number): Omit<FanOutFigures, 'serverCore'> {
    return { ...spreadOf(this.#latencies), sent: this.#sentAt.size, lost: this.#missing(sockets) };
  }

  #missing(sockets: number): number {
    return this.#sentAt.size * sockets - this.#latencies.length;
  }

  #writesIn(text: string): readonly string[] {
    const known = this.#read.get(text);
    if (known !== undefined) return known;
    const frame = JSON.parse(text) as PatchFrame; // of our own server; other kinds carry no `b`
    const writes = frame.t === 'p' ? frame.b.map(({ c, i }) => `${c} ${i}`) : [];
    this.#read.set(text, writes);
    return writes;
  }
}

async function serverCpuSeconds(url: string): Promise<number> {
  const text = await (await fetch(`${url}/metrics`)).text();
  return Number(/^process_cpu_seconds_total ([\d.e+-]+)/m.exec(text)?.[1] ?? 0);
}
