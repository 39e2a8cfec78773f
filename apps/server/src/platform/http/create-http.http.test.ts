import { isId, Refusal } from '@talka/domain/kernel';
import type { FastifyInstance } from 'fastify';
import { pino } from 'pino';
import { beforeEach, describe, expect, it, test } from 'vitest';
import { z } from 'zod';
import type { Session } from '../session/session.ts';
import { requireSession } from '../session/session.ts';
import { limit } from './limit.ts';
import { parseBody } from './parse.ts';
import type { TestHttp } from './testing.ts';
import { startTestHttp } from './testing.ts';

const echoSchema = z.object({ name: z.string().min(1).max(10) });

function echoRoutes(app: FastifyInstance): void {
  app.post('/api/echo', async (request) => parseBody(echoSchema, request));
  app.get('/api/gone', async () => {
    throw new Refusal('gone', { since: 'yesterday' });
  });
  app.get('/api/broken', async () => {
    throw new Error('the password is hunter2');
  });
  app.post('/api/strict', { config: limit(2, 60) }, async () => ({}));
  app.get('/api/who', async (request) => requireSession(request));
}

async function problemOf(response: Response): Promise<Record<string, unknown>> {
  expect(response.headers.get('content-type')).toBe('application/problem+json; charset=utf-8');
  return z.record(z.string(), z.unknown()).parse(await response.json());
}

describe('an answer', () => {
  let http: TestHttp;
  beforeEach(async () => {
    http = await startTestHttp({ routes: echoRoutes });
  });

  it('carries strict headers', async () => {
    const { headers } = await http.send('GET', '/api/gone');
    const policy = headers.get('content-security-policy') ?? '';
    expect(policy).toContain("script-src 'self';");
    expect(policy).toContain("frame-ancestors 'none'");
    expect(policy).not.toMatch(/script-src[^;]*unsafe/);
    expect(headers.get('x-frame-options')).toBe('DENY');
    expect(headers.get('x-content-type-options')).toBe('nosniff');
    expect(headers.get('referrer-policy')).toBe('same-origin');
    expect(headers.get('cross-origin-opener-policy')).toBe('same-origin');
    expect(headers.get('permissions-policy')).toContain('camera=()');
    expect(headers.get('strict-transport-security')).toBeNull();
    expect(headers.get('cache-control')).toBe('no-store');
    expect(headers.get('server')).toBeNull();
  });

  it('has a request id of our own, whatever the caller says', async () => {
    const response = await http.send('GET', '/api/gone', undefined, { 'x-request-id': 'mine', 'request-id': 'mine' });
    const { requestId } = await problemOf(response);
    expect(isId(String(requestId))).toBe(true);
    expect(response.headers.get('x-request-id')).toBe(requestId);
  });

  it('to a refusal is a problem with its status, code and info', async () => {
    const response = await http.send('GET', '/api/gone');
    expect(response.status).toBe(410);
    expect(await problemOf(response)).toMatchObject({
      type: 'about:blank',
      status: 410,
      code: 'gone',
      since: 'yesterday',
    });
  });

  it('to our own mistake tells nothing but the request id', async () => {
    const response = await http.send('GET', '/api/broken');
    expect(response.status).toBe(500);
    const problem = await problemOf(response);
    expect(Object.keys(problem).toSorted()).toEqual(['code', 'requestId', 'status', 'title', 'type']);
    expect(problem['code']).toBe('internal');
  });

  it('to an unknown route is a problem 404', async () => {
    const response = await http.send('GET', '/api/nothing');
    expect(response.status).toBe(404);
  });
});

test('our own mistakes are logged with the request id', async () => {
  const lines: string[] = [];
  const http = await startTestHttp({ routes: echoRoutes, log: pino({}, { write: (line) => void lines.push(line) }) });
  const { requestId } = await problemOf(await http.send('GET', '/api/broken'));
  const line = lines.find((text) => text.includes('hunter2'));
  expect(line).toContain(`"requestId":"${String(requestId)}"`);
});

test('HSTS is sent when people come by TLS', async () => {
  const http = await startTestHttp({ routes: echoRoutes, config: { baseUrl: 'https://talka.example.com' } });
  const { headers } = await http.send('GET', '/api/gone');
  expect(headers.get('strict-transport-security')).toContain('max-age=31536000');
  expect(headers.get('content-security-policy')).toContain('wss://talka.example.com');
});

describe('a body', () => {
  let http: TestHttp;
  beforeEach(async () => {
    http = await startTestHttp({ routes: echoRoutes });
  });
  const post = (body: string, type = 'application/json') =>
    fetch(`${http.url}/api/echo`, { method: 'POST', headers: { 'content-type': type }, body });

  it('is answered when it fits', async () => {
    expect(await (await post('{"name":"Ada"}')).json()).toEqual({ name: 'Ada' });
  });

  it.each(['{"name":', '', 'nul', '[', '{"__proto__":{"x":1},"name":"a"}'])(
    '%j is refused as invalid',
    async (text) => {
      const response = await post(text);
      expect(response.status).toBe(400);
      expect(await problemOf(response)).toMatchObject({ code: 'invalid' });
    },
  );

  it('of the wrong shape is refused with the field, not its value', async () => {
    const response = await post('{"name":"much too long a name"}');
    expect(response.status).toBe(400);
    const text = await response.text();
    expect(JSON.parse(text)).toMatchObject({ code: 'invalid', field: 'name', problem: 'too_big' });
    expect(text).not.toContain('much too long');
  });

  it.each(['text/plain', 'application/x-www-form-urlencoded', 'multipart/form-data'])(
    'as %s is refused',
    async (type) => {
      const response = await post('{"name":"Ada"}', type);
      expect(response.status).toBe(415);
      expect(await problemOf(response)).toMatchObject({ code: 'invalid' });
    },
  );

  it('of more than a megabyte is refused as too large', async () => {
    const response = await post(JSON.stringify({ name: 'x'.repeat(1024 * 1024) }));
    expect(response.status).toBe(413);
    expect(await problemOf(response)).toMatchObject({ code: 'too-large' });
  });
});

describe('a request that changes something', () => {
  const status = async (headers: Record<string, string>, baseUrl = 'https://talka.example.com') => {
    const http = await startTestHttp({ routes: echoRoutes, config: { baseUrl } });
    const all = { 'content-type': 'application/json', ...headers };
    const response = await fetch(`${http.url}/api/echo`, { method: 'POST', headers: all, body: '{"name":"a"}' });
    return response.status;
  };

  it('is taken from the pages of BASE_URL', async () => {
    expect(await status({ origin: 'https://talka.example.com' })).toBe(200);
  });

  it('is taken from the loopback address that is listened at', async () => {
    const http = await startTestHttp({ routes: echoRoutes });
    for (const origin of [http.url, http.url.replace('127.0.0.1', 'localhost')]) {
      const response = await http.send('POST', '/api/echo', { name: 'a' }, { origin });
      expect(response.status).toBe(200);
    }
  });

  it('is taken from a program, which says no origin', async () => {
    expect(await status({})).toBe(200);
  });

  it.each([
    'https://evil.example',
    'http://talka.example.com',
    'https://talka.example.com.evil.example',
    'http://localhost:1',
    'null',
  ])('is refused from %s', async (origin) => {
    expect(await status({ origin })).toBe(403);
  });

  it('is refused when the browser calls it cross-site', async () => {
    expect(await status({ 'sec-fetch-site': 'cross-site' })).toBe(403);
    expect(await status({ 'sec-fetch-site': 'same-site' })).toBe(403);
  });

  it('is not let in by a forged Host or X-Forwarded-Host', async () => {
    const headers = { origin: 'https://evil.example', host: 'evil.example', 'x-forwarded-host': 'evil.example' };
    expect(await status(headers)).toBe(403);
  });
});

describe('limits', () => {
  it('hold for all routes together, each address by itself', async () => {
    const http = await startTestHttp({
      routes: echoRoutes,
      config: { requestsPerMinute: 3, trustProxy: ['127.0.0.1'] },
    });
    const from = (address: string) => http.send('GET', '/api/gone', undefined, { 'x-forwarded-for': address });
    for (let i = 0; i < 3; i++) expect((await from('1.2.3.4')).status).toBe(410);
    const refused = await from('1.2.3.4');
    expect(refused.status).toBe(429);
    expect(Number(refused.headers.get('retry-after'))).toBeGreaterThan(0);
    expect(await problemOf(refused)).toMatchObject({ code: 'too-many-requests' });
    expect((await from('1.2.3.5')).status).toBe(410);
  });

  it('cannot be slipped by a forged X-Forwarded-For', async () => {
    const http = await startTestHttp({ routes: echoRoutes, config: { requestsPerMinute: 2 } });
    const from = (address: string) => http.send('GET', '/api/gone', undefined, { 'x-forwarded-for': address });
    expect((await from('1.1.1.1')).status).toBe(410);
    expect((await from('2.2.2.2')).status).toBe(410);
    expect((await from('3.3.3.3')).status).toBe(429);
  });

  it('are stricter where a route says so', async () => {
    const http = await startTestHttp({ routes: echoRoutes });
    const statuses = [];
    for (let i = 0; i < 3; i++) statuses.push((await http.send('POST', '/api/strict', {})).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await http.send('POST', '/api/echo', { name: 'a' })).status).toBe(200);
  });

  it('hold for unknown addresses too', async () => {
    const http = await startTestHttp({
      config: { requestsPerMinute: 1 },
      routes: async (app) => {
        const { serveWeb } = await import('./serve-web.ts');
        await serveWeb(app, '/nowhere');
      },
    });
    expect((await http.send('GET', '/api/x')).status).toBe(404);
    expect((await http.send('GET', '/api/y')).status).toBe(429);
  });
});

describe('a session', () => {
  const ada = { userId: 'ada', sessionId: 's1' } as Session; // the id's form doesn't matter here
  const readSession = async (headers: { cookie?: string | undefined }) => (headers.cookie === 'me=ada' ? ada : null);

  it('is read from the cookie', async () => {
    const http = await startTestHttp({ routes: echoRoutes, readSession });
    expect(await (await http.send('GET', '/api/who', undefined, { cookie: 'me=ada' })).json()).toEqual(ada);
  });

  it('is asked for where it is needed', async () => {
    const http = await startTestHttp({ routes: echoRoutes, readSession });
    const response = await http.send('GET', '/api/who', undefined, { cookie: 'me=eve' });
    expect(response.status).toBe(401);
    expect(await problemOf(response)).toMatchObject({ code: 'sign-in-required' });
    expect((await http.send('GET', '/api/who')).status).toBe(401);
  });

  it('of one request is never seen by another', async () => {
    const http = await startTestHttp({ routes: echoRoutes, readSession });
    const asks = Array.from({ length: 40 }, (_, i) =>
      http.send('GET', '/api/who', undefined, i % 2 ? { cookie: 'me=ada' } : {}),
    );
    const statuses = (await Promise.all(asks)).map((response) => response.status);
    expect(statuses).toEqual(Array.from({ length: 40 }, (_, i) => (i % 2 ? 200 : 401)));
  });
});

test('an unreadable address is refused as invalid', async () => {
  const http = await startTestHttp({ routes: echoRoutes });
  const response = await fetch(`${http.url}/api/%zz`);
  expect(response.status).toBe(400);
  expect(await problemOf(response)).toMatchObject({ code: 'invalid' });
});
