import type { z } from 'zod';

/** One person's way into a server over HTTP: keeps the cookies of the session. */
export interface ServerClient {
  /** Answers what `schema` reads out of the body; throws with the server's words when it says no. */
  get<Answer>(path: string, schema: z.ZodType<Answer>): Promise<Answer>;
  post(path: string, body: unknown): Promise<void>;
}

export function createServerClient(url: string): ServerClient {
  const cookies = new Map<string, string>();
  const ask = async (method: 'GET' | 'POST', path: string, body?: unknown): Promise<unknown> => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const answer = await fetch(`${url}/api${path}`, {
      method,
      headers: { cookie, ...(body !== undefined && { 'content-type': 'application/json' }) },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    keepCookies(cookies, answer.headers.getSetCookie());
    const text = await answer.text();
    if (!answer.ok) throw new Error(`${method} ${path} answered ${answer.status}: ${text}`);
    return text === '' ? null : JSON.parse(text);
  };
  return {
    get: async (path, schema) => schema.parse(await ask('GET', path)),
    async post(path, body) {
      await ask('POST', path, body);
    },
  };
}

function keepCookies(cookies: Map<string, string>, set: readonly string[]): void {
  for (const line of set) {
    const [, name, value] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
    if (name !== undefined && value !== undefined) cookies.set(name, value);
  }
}
