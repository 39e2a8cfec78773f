import { setTimeout as sleep } from 'node:timers/promises';
import { say } from '../say.ts';
import { median, rounded } from '../statistics.ts';
import { startServer } from '../world/running-server.ts';
import type { RunningServer } from '../world/running-server.ts';
import { withWorld } from '../world/with-world.ts';

const IDLE_MS = 10_000;

export interface BootFigures {
  /** From spawning to the first good answer of /readyz, with a data folder that exists. */
  readonly bootMs: number;
  /** Resident memory after ten seconds without a request. */
  readonly idleMb: number;
}

export async function measureBoot(isQuick: boolean): Promise<BootFigures> {
  return withWorld(async ({ dataDir }) => {
    const boots: number[] = [];
    for (let at = 0; at < (isQuick ? 3 : 5); at += 1) {
      const server = await startServer(dataDir);
      boots.push(server.bootMs);
      await server.stop();
    }
    const bootMs = rounded(median(boots));
    const idleMb = rounded(await idleMemory(dataDir));
    say(`   boot ${bootMs} ms, idle ${idleMb} MB`);
    return { bootMs, idleMb };
  });
}

async function idleMemory(dataDir: string): Promise<number> {
  const servers: RunningServer[] = [];
  for (let at = 0; at < 3; at += 1) servers.push(await startServer(dataDir));
  await sleep(IDLE_MS);
  const memory = servers.map((server) => server.residentMb());
  await Promise.all(servers.map((server) => server.stop()));
  return median(memory);
}
