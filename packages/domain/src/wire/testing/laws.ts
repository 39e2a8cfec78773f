import { columnBehind, columns, detours, isLastAdmin, members } from '../../boards/index.ts';
import { keyOf } from '../../kernel/index.ts';
import type { Store } from '../../kernel/index.ts';
import { dump } from '../../kernel/testing.ts';
import { descriptions, tasks } from '../../tasks/index.ts';
import { runCommand } from '../index.ts';
import type { DeltaFrame } from '../index.ts';
import type { SimClient } from './sim-client.ts';
import type { SimServer } from './sim-server.ts';
import { HELD } from './sim-sql.ts';

/** Says which law is broken, and how. */
function hold(isSo: boolean, law: string): void {
  if (!isSo) throw new Error(`broken: ${law}`);
}

/** Everything that must be true once everybody has heard everything. */
export function expectLaws(server: SimServer, clients: readonly SimClient[], seed: () => Store): void {
  serverLaws(server, seed);
  boardLaws(server);
  for (const client of clients) clientLaws(server, client);
}

function serverLaws({ sql, store, log }: SimServer, seed: () => Store): void {
  hold(dump(sql.memory(), HELD) === dump(store, HELD), 'what is stored is what is in memory');
  hold(dump(stateAt(log, seed, sql.seq), HELD) === dump(store, HELD), 'the log leads from the first state to this one');
  const decided = log.filter(({ c }) => c !== '').map(({ c, i }) => `${c} ${i}`);
  hold(new Set(decided).size === decided.length, 'each command has its effect once');
  const added = log.flatMap(({ p }) =>
    p.filter(([key, fields]) => key.startsWith('task/') && fields?.['id'] !== undefined),
  );
  const wanted = new Set([...[...seed().rows(tasks)].map(({ id }) => id), ...added.map(([key]) => key.slice(5))]);
  const there = [...store.rows(tasks)].map(({ id }) => id);
  hold(
    there.length === wanted.size && there.every((id) => wanted.has(id)),
    'no task is lost and none comes from nowhere',
  );
}

function boardLaws({ store }: SimServer): void {
  const listed = store.list(columns).flatMap((id) => store.list(tasks, id));
  hold(listed.length === store.count(tasks), 'each task stands in one living column');
  hold(new Set(listed).size === listed.length, 'no task is doubled');
  for (const task of store.rows(tasks)) {
    const isInTrash = store.get(columns, task.columnId)?.kind === 'trash';
    hold(isInTrash === (task.trashedFrom !== null), 'a task knows its way back in Trash, and only there');
  }
  const kinds = store.list(columns).map((id) => store.get(columns, id)?.kind);
  hold(kinds.slice(-2).join() === 'done,trash', 'Done and Trash stand last');
  hold(
    kinds.slice(0, -2).every((kind) => kind === 'stage'),
    'there is one Done and one Trash',
  );
  for (const { id } of store.rows(detours))
    hold(columnBehind(store, id) !== undefined, 'detours lead to a living column');
  const admins = [...store.rows(members)].filter(({ role }) => role === 'admin');
  hold(admins.length > 0 && admins.length > 1 !== isLastAdmin(store, admins[0]?.id ?? ''), 'a board has an admin');
}

function clientLaws(server: SimServer, client: SimClient): void {
  const { replica } = client;
  const role = server.roleOf(client.userId);
  for (const delta of client.deltas) hold(isExact(server, delta), 'a delta carries what changed, and no more');
  if (role === null) return;
  hold(client.isJoined, 'everybody who may is joined');
  hold(replica.pending.length === 0, 'every command is decided');
  hold(replica.seq === server.sql.seq && replica.role === role, 'everybody knows where the board is, and their role');
  hold(dump(replica.store, HELD) === dump(server.store, HELD), 'every copy is the server’s');
  for (const row of replica.store.rows(descriptions)) {
    const stored = server.sql.rows.get(keyOf('description', row.id))?.row;
    hold(JSON.stringify(stored) === JSON.stringify(row), 'every text is the server’s');
  }
  bookkeeping(server, client);
}

/** What a page must show at any moment: the board as far as it has heard, with its own undecided commands on top. */
export function lookAt(server: SimServer, client: SimClient, seed: () => Store): void {
  const { replica } = client;
  if (!client.isLoaded) return;
  bookkeeping(server, client);
  const wanted = stateAt(server.log, seed, replica.seq);
  for (const { n, a, at } of replica.pending) {
    runCommand(wanted, { name: n, args: a }, { actor: replica.actor, now: at });
  }
  hold(dump(replica.store, HELD) === dump(wanted, HELD), 'a page shows what it heard and its own undecided commands');
}

/**
 * Every command of a page is undecided, done, or told to be refused: one of the three. Only a page that loaded a
 * snapshot, and has not caught up since, may hold what is done already for undecided.
 */
function bookkeeping({ log, refusals }: SimServer, { replica, submitted, lost, isJoined }: SimClient): void {
  const done = log.filter(({ c, s }) => c === replica.cid && s <= replica.seq).map(({ i }) => i);
  const told = lost.map(({ pending }) => pending.i);
  const states = [...replica.pending.map(({ i }) => i), ...done, ...told].toSorted((one, other) => one - other);
  const counted = isJoined ? states : [...new Set(states)];
  hold(counted.join() === submitted.join(), 'every command is undecided, done or told to be refused');
  const refused = new Set(refusals.filter(({ cid }) => cid === replica.cid).map(({ i }) => i));
  hold(
    told.every((i) => refused.has(i)),
    'only refused commands are told to be refused',
  );
}

function stateAt(log: SimServer['log'], seed: () => Store, seq: number): Store {
  const store = seed();
  for (const { p } of log.slice(0, seq)) for (const patch of p) store.apply(patch);
  return store;
}

function isExact({ log }: SimServer, { from, seq, rows, gone }: DeltaFrame): boolean {
  const wanted = new Set(log.filter(({ s }) => s > from && s <= seq).flatMap(({ p }) => p.map(([key]) => key)));
  const carried = [...gone, ...Object.entries(rows).flatMap(([name, some]) => some.map(({ id }) => keyOf(name, id)))];
  return carried.length === wanted.size && carried.every((key) => wanted.has(key));
}
