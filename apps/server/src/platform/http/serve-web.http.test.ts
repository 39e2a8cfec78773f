import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliCompressSync } from 'node:zlib';
import { afterEach, beforeEach, describe, expect, it, test } from 'vitest';
import { serveWeb } from './serve-web.ts';
import type { TestHttp } from './testing.ts';
import { startTestHttp } from './testing.ts';

describe('the web app', () => {
  let folder: string;
  let http: TestHttp;

  beforeEach(async () => {
    folder = mkdtempSync(join(tmpdir(), 'dist-'));
    mkdirSync(join(folder, 'assets'));
    writeFileSync(join(folder, 'index.html'), '<!doctype html><title>Talka</title>');
    writeFileSync(join(folder, '.inputs'), 'secret');
    writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
    writeFileSync(join(folder, 'assets', 'app-1a2b.js'), 'plain');
    writeFileSync(join(folder, 'assets', 'app-1a2b.js.br'), brotliCompressSync('compressed'));
    http = await startTestHttp({ routes: (app) => serveWeb(app, folder) });
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it.each(['/', '/sign-in', '/b/0190/t/0191', '/index.html', '/b/1?x=a.b'])(
    'is its page at %s, never cached blindly',
    async (path) => {
      const response = await fetch(http.url + path);
      expect(response.status).toBe(200);
      expect(response.headers.get('content-type')).toBe('text/html; charset=utf-8');
      expect(response.headers.get('cache-control')).toBe('no-cache');
      expect(response.headers.get('content-security-policy')).toContain("script-src 'self'");
      expect(await response.text()).toContain('<title>Talka</title>');
    },
  );

  it('keeps hashed files for ever, compressed for those who can read it', async () => {
    const response = await fetch(`${http.url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'br' } });
    expect(response.headers.get('cache-control')).toBe('public, max-age=31536000, immutable');
    expect(response.headers.get('content-encoding')).toBe('br');
    expect(response.headers.get('vary')?.toLowerCase()).toContain('accept-encoding');
    expect(response.headers.get('content-type')).toMatch(/javascript/);
    expect(await response.text()).toBe('compressed');
    const plain = await fetch(`${http.url}/assets/app-1a2b.js`, { headers: { 'accept-encoding': 'identity' } });
    expect(await plain.text()).toBe('plain');
  });

  it.each(['/sw.js', '/index.html'])('has a browser ask each time for %s', async (path) => {
    writeFileSync(join(folder, 'sw.js'), 'worker');
    const response = await fetch(http.url + path);
    expect(response.status).toBe(200);
    expect(response.headers.get('cache-control')).toBe('no-cache');
    expect(response.headers.get('content-security-policy')).toMatch(/worker-src 'self'(;|$)/);
  });

  it.each(['/assets/gone-9.js', '/gone.png', '/.inputs', '/api', '/api/unknown'])('has nothing at %s', async (path) => {
    expect(await rawStatus(http.url, path)).toBe(404);
  });

  it.each([
    '/assets/',
    '/assets/../.inputs',
    '/..%2f..%2f..%2fetc%2fpasswd',
    '/%2e%2e/%2e%2e/etc/passwd',
    '/assets/..%5c..%5c.inputs',
  ])('shows neither folders nor what is outside by %s', async (path) => {
    expect([403, 404]).toContain(await rawStatus(http.url, path));
  });

  it('answers a change of a page with 404', async () => {
    expect((await http.send('POST', '/sign-in', {})).status).toBe(404);
  });
});

test('a web app that is not built says how to build it', async () => {
  const http = await startTestHttp({ routes: (app) => serveWeb(app, '/nowhere') });
  const response = await fetch(http.url);
  expect(response.status).toBe(503);
  expect(await response.text()).toContain('npm run build');
  expect((await fetch(`${http.url}/api/unknown`)).status).toBe(404);
});

/** Sends the path as it stands; fetch would tidy it first. */
function rawStatus(url: string, path: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const { hostname, port } = new URL(url);
    const sent = request({ hostname, port, path }, (response) => {
      response.resume();
      resolve(response.statusCode ?? 0);
    });
    sent.on('error', reject).end();
  });
}

describe('a named build of the web app', () => {
  it('is told with every answer of the API, and with nothing else', async () => {
    const folder = mkdtempSync(join(tmpdir(), 'dist-'));
    writeFileSync(
      join(folder, 'index.html'),
      '<!doctype html><meta name="talka-build" content="0a1b2c3d"><title>T</title>',
    );
    const http = await startTestHttp({
      routes: async (app) => {
        app.get('/api/ping', () => ({ pong: true }));
        await serveWeb(app, folder);
      },
    });
    expect((await fetch(`${http.url}/api/ping`)).headers.get('x-talka-build')).toBe('0a1b2c3d');
    expect((await fetch(`${http.url}/api/unknown`)).headers.get('x-talka-build')).toBe('0a1b2c3d');
    expect((await fetch(`${http.url}/`)).headers.get('x-talka-build')).toBeNull();
    rmSync(folder, { recursive: true });
  });
});
