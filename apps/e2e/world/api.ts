import type { APIRequestContext } from '@playwright/test';

/** Asks the server's HTTP API with a browser's own cookies. */
export interface Api {
  /** The answer's body; throws when it isn't 2xx. */
  get<Answer>(path: string): Promise<Answer>;
  post<Answer>(path: string, body: unknown): Promise<Answer>;
  patch(path: string, body: unknown): Promise<void>;
  /** Only the status, whatever it is. */
  statusOf(method: 'GET' | 'POST' | 'DELETE', path: string, body?: unknown): Promise<number>;
}

export function apiOf(request: APIRequestContext, url: string): Api {
  const ask = async <Answer>(method: string, path: string, body?: unknown): Promise<Answer> => {
    const answer = await request.fetch(`${url}/api${path}`, { method, ...(body !== undefined && { data: body }) });
    const text = await answer.text();
    if (!answer.ok()) throw new Error(`${method} ${path} answered ${answer.status()}: ${text}`);
    // The test names the shape it then looks into.
    return (text === '' ? undefined : JSON.parse(text)) as Answer;
  };
  return {
    get: (path) => ask('GET', path),
    post: (path, body) => ask('POST', path, body),
    patch: (path, body) => ask('PATCH', path, body),
    async statusOf(method, path, body) {
      const answer = await request.fetch(`${url}/api${path}`, { method, ...(body !== undefined && { data: body }) });
      return answer.status();
    },
  };
}
