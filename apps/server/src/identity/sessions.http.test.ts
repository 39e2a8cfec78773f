import { beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aForm, startIdentity, type Browser, type IdentityServer } from './testing.ts';

const DAY = 24 * 60 * 60 * 1000;

interface Shown {
  readonly id: string;
  readonly current: boolean;
}

describeOnEachEngine('sessions', (openTestDatabase) => {
  let server: IdentityServer;
  let laptop: Browser;
  let phone: Browser;

  beforeEach(async () => {
    server = await startIdentity(await openTestDatabase());
    laptop = server.browser();
    phone = server.browser('198.51.100.7');
    await laptop.send('POST', '/api/sign-up', aForm());
    await phone.send('POST', '/api/sign-in', aForm());
  });

  const listed = async (browser: Browser): Promise<Shown[]> =>
    JSON.parse((await browser.send('GET', '/api/sessions')).text);
  const status = async (browser: Browser): Promise<number> => (await browser.send('GET', '/api/session')).status;

  it('are listed with where and with what, and without their secrets', async () => {
    const sessions = await listed(phone);
    const now = server.clock.now();
    const seen = { createdAt: now, lastSeenAt: now, browser: 'Firefox, Linux' };
    expect(sessions).toHaveLength(2);
    expect(sessions).toContainEqual({ ...seen, id: expect.any(String), address: '198.51.100.7', current: true });
    expect(sessions).toContainEqual({ ...seen, id: expect.any(String), address: '192.0.2.1', current: false });
  });

  it('end one by one, with the very next request', async () => {
    const other = (await listed(laptop)).find(({ current }) => !current);
    expect((await laptop.send('DELETE', `/api/sessions/${other?.id}`)).status).toBe(204);
    expect(server.ended).toEqual([other?.id]);
    expect(await status(phone)).toBe(401);
    expect(await status(laptop)).toBe(200);
  });

  it('end all but the present one', async () => {
    await server.browser('198.51.100.8').send('POST', '/api/sign-in', aForm());
    expect((await laptop.send('DELETE', '/api/sessions')).status).toBe(204);
    expect(server.ended).toHaveLength(2);
    expect(await status(phone)).toBe(401);
    expect(await listed(laptop)).toMatchObject([{ current: true }]);
  });

  it('of another person answer like unknown ones, and go on', async () => {
    const janis = server.browser('198.51.100.9');
    await janis.send('POST', '/api/sign-up', aForm('janis'));
    const [session] = await listed(janis);
    const foreign = await laptop.send('DELETE', `/api/sessions/${session?.id}`);
    const unknown = await laptop.send('DELETE', '/api/sessions/0192f000-0000-7000-8000-000000000000');
    expect({ ...foreign.body, requestId: '' }).toEqual({ ...unknown.body, requestId: '' });
    expect(foreign.status).toBe(404);
    expect((await laptop.send('DELETE', '/api/sessions/%27')).status).toBe(400);
    expect(await status(janis)).toBe(200);
  });

  it('end with signing out, also when the cookie is kept', async () => {
    const secret = laptop.cookies.get('talka') ?? '';
    expect((await laptop.send('POST', '/api/sign-out')).status).toBe(204);
    expect(laptop.cookies.has('talka')).toBe(false);
    laptop.cookies.set('talka', secret);
    expect(await status(laptop)).toBe(401);
    expect(server.ended).toHaveLength(1);
    expect((await server.browser().send('POST', '/api/sign-out')).status).toBe(204);
  });

  it('last thirty days from when they were last used', async () => {
    server.clock.advance(29 * DAY);
    expect(await status(laptop)).toBe(200);
    server.clock.advance(29 * DAY);
    expect(await status(laptop)).toBe(200);
    expect(await status(phone)).toBe(401);
    server.clock.advance(30 * DAY);
    expect(await status(laptop)).toBe(401);
  });

  it.each(['', 'x', 'A'.repeat(43), '"; drop table sessions', 'é'])(
    'are not opened by the cookie %j',
    async (secret) => {
      const thief = server.browser();
      thief.cookies.set('talka', encodeURIComponent(secret));
      expect(await status(thief)).toBe(401);
    },
  );

  it('are needed for everything about oneself', async () => {
    const stranger = server.browser();
    const requests: [string, string][] = [
      ['GET', '/api/session'],
      ['GET', '/api/sessions'],
      ['DELETE', '/api/sessions'],
      ['DELETE', '/api/sessions/0192f000-0000-7000-8000-000000000000'],
      ['PATCH', '/api/profile'],
    ];
    for (const [method, path] of requests) {
      const answer = await stranger.send(method, path, method === 'PATCH' ? {} : undefined);
      expect([path, answer.status, answer.body['code']]).toEqual([path, 401, 'sign-in-required']);
    }
  });

  it('change only the profile of their own person, and only what one may say', async () => {
    const change = { name: ' Mara Liepa ', theme: 'dark', timeZone: 'Europe/Riga', language: 'lv' };
    const wishes = { id: 'x', email: 'thief@example.com', emailVerified: true, isServerOwner: true };
    expect((await laptop.send('PATCH', '/api/profile', { ...change, ...wishes })).status).toBe(204);
    expect((await laptop.send('GET', '/api/session')).body['user']).toMatchObject({
      ...change,
      name: 'Mara Liepa',
      email: 'mara@example.com',
    });
    expect((await laptop.send('PATCH', '/api/profile', {})).status).toBe(204);
    for (const wrong of [
      { theme: 'pink' },
      { name: '' },
      { name: null },
      { language: '../en' },
      { timeZone: 'x' },
      [],
    ]) {
      expect((await laptop.send('PATCH', '/api/profile', wrong)).status).toBe(400);
    }
  });
});
