import { ApiProblem, readProblem } from './api-problem.ts';
import type { Parse } from './parse.ts';

export interface Api {
  /** Asks for `/api` + path. Throws `ApiProblem`. */
  get<Value>(path: string, parse: Parse<Value>, options?: { readonly signal?: AbortSignal }): Promise<Value>;
  /** Sends JSON to `/api` + path. Throws `ApiProblem`. */
  send<Value>(method: 'POST' | 'PATCH' | 'DELETE', path: string, body: unknown, parse: Parse<Value>): Promise<Value>;
}

interface ApiOptions {
  readonly fetch: typeof fetch;
  /** Called when the server no longer knows who we are. */
  readonly onSignInRequired: () => void;
  /** Hears which build of the app the server has, with every answer. */
  readonly onBuild?: (build: string | null) => void;
}

export function createApi({ fetch, onSignInRequired, onBuild }: ApiOptions): Api {
  const ask = async <Value>(path: string, init: RequestInit, parse: Parse<Value>): Promise<Value> => {
    const response = await reach(fetch, path, init);
    onBuild?.(response.headers.get('x-talka-build'));
    if (!response.ok) {
      const problem = await readProblem(response);
      if (problem.code === 'sign-in-required') onSignInRequired();
      throw problem;
    }
    return readAnswer(response, parse);
  };
  return {
    get: (path, parse, options = {}) => ask(path, { ...options }, parse),
    send: (method, path, body, parse) => ask(path, { method, ...jsonBody(body) }, parse),
  };
}

async function reach(fetch: ApiOptions['fetch'], path: string, init: RequestInit): Promise<Response> {
  try {
    return await fetch(`/api${path}`, { ...init, credentials: 'same-origin' });
  } catch (cause) {
    if (cause instanceof DOMException && cause.name === 'AbortError') throw cause;
    throw new ApiProblem('unreachable', {}, cause);
  }
}

async function readAnswer<Value>(response: Response, parse: Parse<Value>): Promise<Value> {
  try {
    const content = response.status === 204 ? '' : await response.text();
    const value: unknown = content === '' ? undefined : JSON.parse(content);
    return parse(value);
  } catch (cause) {
    throw new ApiProblem('unexpected-answer', {}, cause);
  }
}

function jsonBody(body: unknown): RequestInit {
  if (body === undefined) return {};
  return { body: JSON.stringify(body), headers: { 'content-type': 'application/json' } };
}
