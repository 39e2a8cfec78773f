import { z } from 'zod';
import type { Who } from './demo-board.ts';
import { DEMO_PASSWORD, PEOPLE } from './people.ts';
import { createServerClient, type ServerClient } from './server-client.ts';

/** One of the demo's people, signed up and signed in. */
export interface DemoUser {
  readonly client: ServerClient;
  readonly id: string;
  readonly accountId: string;
}

export type DemoUsers = Readonly<Record<Who, DemoUser>>;

const sessionAnswer = z.object({
  user: z.object({ id: z.string() }),
  accounts: z.array(z.object({ id: z.string() })).min(1),
});

/** Signs all of them up, one after the other, so that the first owns the server. */
export async function signUpAll(url: string): Promise<DemoUsers> {
  const mara = await signUp(url, 'mara');
  const lina = await signUp(url, 'lina');
  return { mara, lina, hiro: await signUp(url, 'hiro') };
}

async function signUp(url: string, who: Who): Promise<DemoUser> {
  const client = createServerClient(url);
  await client.post('/sign-up', { ...PEOPLE[who], password: DEMO_PASSWORD });
  const { user, accounts } = await client.get('/session', sessionAnswer);
  return { client, id: user.id, accountId: accounts[0]?.id ?? '' };
}
