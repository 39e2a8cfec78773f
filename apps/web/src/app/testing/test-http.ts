import { vi } from 'vitest';

export interface HttpRequest {
  readonly method: string;
  /** Below `/api`. */
  readonly path: string;
  readonly body: unknown;
}

export interface HttpAnswer {
  readonly status?: number;
  readonly json?: unknown;
}

/** Answers by `METHOD /path`; a request without one meets a 404. */
export type HttpRoutes = Readonly<Record<string, (request: HttpRequest) => HttpAnswer | Promise<HttpAnswer>>>;

export interface TestHttp {
  routes: HttpRoutes;
  /** What was asked of the server, oldest first. */
  readonly asked: HttpRequest[];
  isDown: boolean;
  /** Those asked for with a method and path. */
  bodiesOf(route: string): readonly unknown[];
}

/** Puts a server that the test holds in place of the browser's `fetch`; `vi.unstubAllGlobals` ends it. */
export function stubHttp(routes: HttpRoutes): TestHttp {
  const asked: HttpRequest[] = [];
  const http: TestHttp = {
    routes,
    asked,
    isDown: false,
    bodiesOf: (route) => asked.filter(({ method, path }) => `${method} ${path}` === route).map(({ body }) => body),
  };
  vi.stubGlobal('fetch', async (input: unknown, init: RequestInit = {}): Promise<Response> => {
    if (http.isDown) throw new TypeError('Failed to fetch');
    const path = String(input).replace(/^\/api/, '');
    const body: unknown = typeof init.body === 'string' ? JSON.parse(init.body) : undefined;
    const request = { method: init.method ?? 'GET', path, body };
    asked.push(request);
    const route = http.routes[`${request.method} ${path}`];
    const { status = 200, json } = route === undefined ? notFound() : await route(request);
    const type = status >= 400 ? 'application/problem+json' : 'application/json';
    const headers = { 'content-type': type };
    return new Response(json === undefined ? null : JSON.stringify(json), { status, headers });
  });
  return http;
}

export function refusal(status: number, code: string, info: Readonly<Record<string, unknown>> = {}): HttpAnswer {
  return { status, json: { type: 'about:blank', title: code, status, code, requestId: 'r-1', ...info } };
}

function notFound(): HttpAnswer {
  return refusal(404, 'not-found');
}
