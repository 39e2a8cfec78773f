import { describe, expect, it } from 'vitest';
import { healthRoutes } from './health-routes.ts';
import type { TestHttp } from './testing.ts';
import { startTestHttp } from './testing.ts';

interface Options {
  readonly metricsToken?: string;
  readonly checkReady?: () => Promise<void>;
}

function start({ metricsToken, checkReady = async () => {} }: Options = {}): Promise<TestHttp> {
  return startTestHttp({
    routes: (app, { metrics }) => healthRoutes(app, { metrics, metricsToken: metricsToken ?? null, checkReady }),
  });
}

describe('health', () => {
  it('is up while the process runs, ready while it can work', async () => {
    let isReady = true;
    const http = await start({
      checkReady: async () => {
        if (!isReady) throw new Error('the database is away');
      },
    });
    expect(await (await fetch(`${http.url}/healthz`)).json()).toEqual({ status: 'up' });
    expect((await fetch(`${http.url}/readyz`)).status).toBe(200);
    isReady = false;
    const response = await fetch(`${http.url}/readyz`);
    expect(response.status).toBe(503);
    expect(await response.text()).not.toContain('database');
    expect((await fetch(`${http.url}/healthz`)).status).toBe(200);
  });
});

describe('metrics', () => {
  it('tell this machine how long requests took', async () => {
    const http = await start();
    await fetch(`${http.url}/healthz`);
    const text = await (await fetch(`${http.url}/metrics`)).text();
    expect(text).toMatch(/talka_http_request_duration_seconds_count\{method="GET",route="\/healthz",status="200"\} 1/);
    expect(text).toContain('nodejs_eventloop_lag');
  });

  it('are hidden from callers that a proxy brings', async () => {
    const http = await start();
    const response = await fetch(`${http.url}/metrics`, { headers: { 'x-forwarded-for': '1.2.3.4' } });
    expect(response.status).toBe(404);
  });

  it('ask for the token when there is one', async () => {
    const http = await start({ metricsToken: 'sixteen-letters-x' });
    const get = (authorization?: string) =>
      fetch(`${http.url}/metrics`, authorization ? { headers: { authorization } } : {});
    expect((await get()).status).toBe(404);
    expect((await get('Bearer wrong')).status).toBe(404);
    expect((await get('Bearer sixteen-letters-x')).status).toBe(200);
  });
});
