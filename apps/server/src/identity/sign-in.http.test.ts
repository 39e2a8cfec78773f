import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aForm, startIdentity, type Browser, type IdentityServer } from './testing.ts';

const WRONG = { email: 'mara@example.com', password: 'not the password' };
const RIGHT = { email: 'mara@example.com', password: aForm().password };

async function tryMany(browser: Browser, form: object, times: number): Promise<number[]> {
  const statuses: number[] = [];
  for (let index = 0; index < times; index += 1)
    statuses.push((await browser.send('POST', '/api/sign-in', form)).status);
  return statuses;
}

describeOnEachEngine('signing in', (openTestDatabase) => {
  let database: Database;
  let server: IdentityServer;
  let home: Browser;

  beforeEach(async () => {
    database = await openTestDatabase();
    server = await startIdentity(database);
    home = server.browser('192.0.2.1');
    await home.send('POST', '/api/sign-up', aForm());
  });

  it('opens a session', async () => {
    const work = server.browser('198.51.100.7');
    const answer = await work.send('POST', '/api/sign-in', { ...RIGHT, email: 'MARA@example.com ' });
    expect([answer.status, answer.body]).toEqual([200, { status: 'signed-in' }]);
    expect(answer.headers.getSetCookie()[0]).toMatch(
      /^talka=[A-Za-z0-9_-]{43}; Max-Age=2592000; Path=\/; HttpOnly; SameSite=Lax$/,
    );
    expect((await work.send('GET', '/api/session')).body).toMatchObject({ user: { email: 'mara@example.com' } });
  });

  it('answers a wrong password like an address nobody has', async () => {
    const wrong = await server.browser().send('POST', '/api/sign-in', WRONG);
    const unknown = await server.browser().send('POST', '/api/sign-in', { ...WRONG, email: 'nobody@example.com' });
    expect([wrong.status, wrong.body['problem']]).toEqual([400, 'wrong-email-or-password']);
    expect({ ...unknown.body, requestId: '' }).toEqual({ ...wrong.body, requestId: '' });
    expect(unknown.headers.getSetCookie()).toEqual(wrong.headers.getSetCookie());
  });

  it('takes as long for an address nobody has', async () => {
    // By turns, so that what else the machine does slows both alike.
    const times = { known: [] as number[], unknown: [] as number[] };
    for (let index = 0; index < 7; index += 1) {
      for (const [who, email] of [['known', 'mara@example.com'] as const, ['unknown', 'nobody@example.com'] as const]) {
        const began = performance.now();
        await server.browser(`198.51.100.${index}`).send('POST', '/api/sign-in', { ...WRONG, email });
        times[who].push(performance.now() - began);
      }
    }
    const median = (all: readonly number[]) => all.toSorted((a, b) => a - b)[3] ?? 0;
    const [known, unknown] = [median(times.known), median(times.unknown)];
    expect(unknown / known).toBeGreaterThan(0.5);
    expect(unknown / known).toBeLessThan(2);
  });

  it.each([
    ['no body', undefined],
    ['broken JSON', '{"email":'],
    ['a list', []],
    ['a number for a password', { ...RIGHT, password: 7 }],
    ['a query for an address', { ...RIGHT, email: { $gt: '' } }],
    ['a book for a password', { ...RIGHT, password: 'x'.repeat(201) }],
  ])('refuses %s', async (_, form) => {
    const answer = await server.browser().send('POST', '/api/sign-in', form);
    expect([answer.status, answer.body['code']]).toEqual([400, 'invalid']);
  });

  it('slows one who guesses from one address', async () => {
    const thief = server.browser('203.0.113.5');
    expect(await tryMany(thief, WRONG, 8)).toEqual([400, 400, 400, 400, 400, 400, 429, 429]);
    const answer = await thief.send('POST', '/api/sign-in', RIGHT);
    expect(answer.status).toBe(429);
    expect(Number(answer.headers.get('retry-after'))).toBeGreaterThan(0);
    server.clock.advance(30_000);
    expect(await tryMany(thief, WRONG, 2)).toEqual([400, 429]);
  });

  it('slows guessing at an address nobody has just the same', async () => {
    const thief = server.browser('203.0.113.5');
    const statuses = await tryMany(thief, { ...WRONG, email: 'nobody@example.com' }, 8);
    expect(statuses).toEqual([400, 400, 400, 400, 400, 400, 429, 429]);
  });

  it('slows one who tries many accounts from one address', async () => {
    const thief = server.browser('203.0.113.5');
    const forms = Array.from({ length: 32 }, (_, index) => ({ ...WRONG, email: `person${index}@example.com` }));
    const answers = await Promise.all(forms.map((form) => thief.send('POST', '/api/sign-in', form)));
    expect(answers.filter(({ status }) => status === 400)).toHaveLength(30);
    expect(answers.filter(({ status }) => status === 429)).toHaveLength(2);
  });

  it('counts no one who knows their password', async () => {
    const statuses = await tryMany(server.browser('203.0.113.5'), RIGHT, 8);
    expect(new Set(statuses)).toEqual(new Set([200]));
  });

  it('cannot be denied to a person by somebody who guesses at their account from everywhere', async () => {
    const crowd = Array.from({ length: 40 }, (_, index) => server.browser(`203.0.113.${index}`));
    await Promise.all(crowd.map((thief) => thief.send('POST', '/api/sign-in', WRONG)));
    expect(server.waits.length).toBe(10);
    const waited = server.waits.length;
    expect((await home.send('POST', '/api/sign-in', RIGHT)).status).toBe(200);
    const sameRoof = server.browser('192.0.2.1');
    expect((await sameRoof.send('POST', '/api/sign-in', RIGHT)).status).toBe(200);
    expect(server.waits.length).toBe(waited);
    const holiday = server.browser('198.51.100.200');
    expect((await holiday.send('POST', '/api/sign-in', RIGHT)).status).toBe(200);
    expect(Math.max(...server.waits)).toBeLessThanOrEqual(5_000);
  });

  it('cannot be denied to a known device by somebody under the same roof', async () => {
    const neighbour = server.browser('192.0.2.1');
    expect((await tryMany(neighbour, WRONG, 8)).at(-1)).toBe(429);
    expect((await home.send('POST', '/api/sign-in', RIGHT)).status).toBe(200);
  });

  it('lets a stolen device cookie guess no faster than a person types', async () => {
    const thief = server.browser('203.0.113.5');
    thief.cookies.set('talka-device', home.cookies.get('talka-device') ?? '');
    const statuses = await tryMany(thief, WRONG, 12);
    expect(statuses.filter((status) => status === 429)).toHaveLength(2);
  });

  it('takes a made-up device cookie for nothing', async () => {
    const thief = server.browser('203.0.113.5');
    thief.cookies.set('talka-device', 'A'.repeat(43));
    expect((await tryMany(thief, WRONG, 7)).at(-1)).toBe(429);
  });

  it('replaces the session the browser had', async () => {
    const before = home.cookies.get('talka') ?? '';
    await home.send('POST', '/api/sign-in', RIGHT);
    expect(server.ended).toHaveLength(1);
    const old = server.browser();
    old.cookies.set('talka', before);
    expect((await old.send('GET', '/api/session')).status).toBe(401);
    expect((await home.send('GET', '/api/session')).status).toBe(200);
  });

  it('behind https sets cookies that only this host can set, and only sends them there', async () => {
    const secure = await startIdentity(database, { baseUrl: 'https://talka.example.com' });
    const answer = await secure.browser().send('POST', '/api/sign-in', RIGHT);
    for (const line of answer.headers.getSetCookie()) {
      expect(line).toMatch(/^__Host-talka(-device)?=[^;]+; Max-Age=\d+; Path=\/; HttpOnly; SameSite=Lax; Secure$/);
    }
  });
});
