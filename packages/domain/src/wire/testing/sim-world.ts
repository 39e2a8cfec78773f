import { aBoard, ada, mika, userId, vera } from '../../boards/testing.ts';
import type { Store, UserId } from '../../kernel/index.ts';
import { Replica } from '../index.ts';
import type { ServerFault } from './faults.ts';
import { lookAt } from './laws.ts';
import { callOf } from './schedule.ts';
import type { KnownIds, Schedule, Step } from './schedule.ts';
import { SimClient } from './sim-client.ts';
import type { MakeReplica } from './sim-client.ts';
import { disturb } from './sim-link.ts';
import { OWNER, SimServer } from './sim-server.ts';

export interface Faults {
  readonly server?: ServerFault;
  readonly replica?: MakeReplica;
}

export interface World {
  readonly server: SimServer;
  readonly clients: readonly SimClient[];
  readonly known: KnownIds;
}

/** Who sits at the pages, in order; Ada has two open. */
const PEOPLE: readonly UserId[] = [ada, mika, vera, ada];
const SEED = { todo: ['t0', 't1', 't2'], doing: ['t3'], review: [] };

/** The board before anything happened, anew each time. */
export const seedBoard = (): Store => aBoard(SEED);

export function aWorld(clients: number, { server: fault, replica }: Faults = {}): World {
  const server = new SimServer(seedBoard(), fault ?? null);
  const make: MakeReplica = replica ?? ((store, identity) => new Replica(store, identity));
  return {
    server,
    clients: PEOPLE.slice(0, clients).map((one, at) => new SimClient(server, { cid: `page-${at}`, userId: one }, make)),
    known: { columns: ['todo', 'doing', 'review', 'done', 'trash'], tasks: ['t0', 't1', 't2', 't3'], tags: ['g0'] },
  };
}

/** Everybody joins, the schedule is played, then the network heals and everything arrives. */
export function play({ clients, steps }: Schedule, faults: Faults = {}): World {
  const world = aWorld(clients, faults);
  for (const client of world.clients) client.join();
  for (const step of steps) take(world, step);
  heal(world);
  return world;
}

function take(world: World, step: Step): void {
  const { server, clients, known } = world;
  if (step.do === 'commit') return commit(world, step.fate);
  if (step.do === 'rest') {
    return server.submit({ call: callOf(step, known, step.isBad), actor: userId(step.user), from: null });
  }
  if (step.do === 'invite') {
    const args = { user: step.user, name: step.user, role: step.role };
    return step.user === OWNER
      ? undefined
      : server.submit({ call: { name: 'member.add', args }, actor: OWNER, from: null });
  }
  const client = clients[step.who % clients.length];
  if (client !== undefined) takeAt(world, client, step);
}

function takeAt(
  { server, known }: World,
  client: SimClient,
  step: Exclude<Step, { do: 'commit' | 'rest' | 'invite' }>,
): void {
  switch (step.do) {
    case 'act':
      return client.act(callOf(step, known));
    case 'up':
      return client.link === null ? undefined : server.read(client.link, client.userId, step.count);
    case 'down':
      return client.receive(step.count);
    case 'cut':
      return client.cut();
    case 'join':
      return client.join();
    case 'haunt':
      return client.ghost === null ? undefined : server.read(client.ghost, client.userId, 2);
    case 'reopen':
      client.cut();
      client.load();
      return client.join();
    case 'look':
      return lookAt(server, client, seedBoard);
    case 'twice':
    case 'swap':
      return client.link === null ? undefined : disturb(client.link[step.way], step.do, step.spot);
  }
}

function commit({ server, clients }: World, fate: 'well' | 'fails' | 'crash'): void {
  server.commit(fate);
  if (fate === 'crash') for (const client of clients) client.cut();
}

/** Rounds of saying hello, sending and hearing, until there is nothing left to hear. */
export function heal({ server, clients }: World): void {
  for (const client of clients) {
    client.cut();
    client.join();
  }
  for (let round = 0; round < 30; round += 1) {
    let isQuiet = true;
    for (const client of clients) {
      if (!client.isJoined && server.roleOf(client.userId) !== null && client.link?.up.length === 0) client.join();
      if (client.link === null || client.link.up.length + client.link.down.length === 0) continue;
      isQuiet = false;
      server.read(client.link, client.userId, Infinity);
      client.receive(Infinity);
    }
    server.commit('well');
    if (isQuiet) return;
  }
}
