import { newId } from '../../bench/world/chance.ts';
import type { Person } from './soak-page.ts';

interface SignedUp {
  readonly cookie: string;
  readonly address: string;
  readonly userId: string;
  readonly accountId: string;
  readonly email: string;
}

const AT_ONCE = 4;

/** Signs people up and gives them boards, evenly: the first of each board makes it and invites the others. */
export async function signUpPeople(url: string, count: number, boards: number): Promise<readonly Person[]> {
  const all: SignedUp[] = [];
  for (let from = 0; from < count; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, count - from) }, (_, at) => signUp(url, from + at));
    all.push(...(await Promise.all(some)));
  }
  const teams = Array.from({ length: boards }, (_, board) => all.filter((_person, at) => at % boards === board));
  return (await Promise.all(teams.map((team) => makeBoard(url, team)))).flat();
}

async function signUp(url: string, at: number): Promise<SignedUp> {
  // Each comes from a network of its own, as people do; the throttle of sign-ups is by network.
  const address = `10.${Math.floor(at / 250)}.${at % 250}.7`;
  const email = `person-${at}@example.com`;
  const headers = { 'content-type': 'application/json', 'x-forwarded-for': address };
  const body = JSON.stringify({ name: `Person ${at}`, email, password: 'a long and quiet evening' });
  const answer = await fetch(`${url}/api/sign-up`, { method: 'POST', headers, body });
  if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const session = await fetch(`${url}/api/session`, { headers: { cookie, 'x-forwarded-for': address } });
  const { user, accounts } = (await session.json()) as {
    readonly user: { readonly id: string };
    readonly accounts: readonly { readonly id: string }[];
  };
  return { cookie, address, email, userId: user.id, accountId: accounts[0]?.id ?? '' };
}

async function makeBoard(url: string, team: readonly SignedUp[]): Promise<readonly Person[]> {
  const [owner, ...others] = team;
  if (owner === undefined) return [];
  const board = newId();
  const stages = ['To Do', 'Doing', 'Review', 'Later'];
  await post(url, owner, '/api/boards', { id: board, name: 'Soak', accountId: owner.accountId, stages, done: '' });
  for (const { email } of others) await post(url, owner, `/api/boards/${board}/invitations`, { email, role: 'admin' });
  return team.map(({ userId, cookie, address }) => ({ userId, cookie, address, board }));
}

async function post(url: string, { cookie, address }: SignedUp, path: string, body: unknown): Promise<void> {
  const headers = { cookie, 'content-type': 'application/json', 'x-forwarded-for': address };
  const answer = await fetch(url + path, { method: 'POST', headers, body: JSON.stringify(body) });
  if (!answer.ok) throw new Error(`${path} answered ${answer.status}: ${await answer.text()}`);
}
