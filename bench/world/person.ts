/** Someone signed in to the measured server. */
export interface Person {
  readonly url: string;
  /** Name and value of the session, for a Cookie header. */
  readonly cookie: string;
  readonly accountId: string;
}

/** The first person of an empty server. */
export async function signUp(url: string): Promise<Person> {
  const form = { name: 'Ada Lovelace', email: 'ada@example.com', password: 'a long and quiet evening' };
  const answer = await fetch(`${url}/api/sign-up`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(form),
  });
  if (answer.status !== 201) throw new Error(`sign-up answered ${answer.status}: ${await answer.text()}`);
  const cookie = answer.headers
    .getSetCookie()
    .map((line) => line.split(';', 1)[0])
    .join('; ');
  const session = await ask({ url, cookie }, '/api/session');
  const accountId = /"accounts":\[\{"id":"([^"]+)"/.exec(session)?.[1];
  if (accountId === undefined) throw new Error('the first person has no account');
  return { url, cookie, accountId };
}

/** The text of a page of the API. */
export async function ask({ url, cookie }: Pick<Person, 'url' | 'cookie'>, path: string): Promise<string> {
  const answer = await fetch(url + path, { headers: { cookie } });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`GET ${path} answered ${answer.status}: ${text}`);
  return text;
}

export async function send(person: Pick<Person, 'url' | 'cookie'>, path: string, body: unknown): Promise<void> {
  const answer = await fetch(person.url + path, {
    method: 'POST',
    headers: { cookie: person.cookie, 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });
  const text = await answer.text();
  if (!answer.ok) throw new Error(`POST ${path} answered ${answer.status}: ${text}`);
}
