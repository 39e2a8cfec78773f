import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aForm, startIdentity, type Browser, type IdentityServer } from './testing.ts';

const EMAIL = 'mara@example.com';
const NEW = { email: EMAIL, password: 'a longer walk by the sea' };

describeOnEachEngine('resetting a password', (openTestDatabase) => {
  let database: Database;
  let server: IdentityServer;
  let mara: Browser;

  beforeEach(async () => {
    database = await openTestDatabase();
    server = await startIdentity(database, { withMail: true });
    mara = server.browser();
    await mara.send('POST', '/api/sign-up', aForm());
    await mara.send('POST', '/api/email-verifications/redeem', { token: (await server.mail(1)).token });
    await mara.send('POST', '/api/sign-in', aForm());
  });

  const ask = (email = EMAIL) => server.browser().send('POST', '/api/password-resets', { email });
  const redeem = (token: string, password = NEW.password) =>
    server.browser('203.0.113.9').send('POST', '/api/password-resets/redeem', { token, password });

  it('sets a new one for whoever reads the mail, and ends every session at once', async () => {
    expect((await ask()).status).toBe(202);
    const mail = await server.mail(2);
    expect(mail.content).toMatch(/Subject: Reset your password[\s\S]*http:\/\/localhost:3000\/reset#/);
    expect((await redeem(mail.token)).status).toBe(204);
    expect((await mara.send('GET', '/api/session')).status).toBe(401);
    expect(server.ended).toHaveLength(1);
    expect((await mara.send('POST', '/api/sign-in', aForm())).status).toBe(400);
    expect((await mara.send('POST', '/api/sign-in', NEW)).status).toBe(200);
  });

  it('answers the same for an address nobody has, and mails nobody', async () => {
    const [known, unknown] = [await ask(), await ask('nobody@example.com')];
    expect([unknown.status, unknown.text]).toEqual([known.status, known.text]);
    await server.mail(2);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(server.mails.map(({ to }) => to)).toEqual([EMAIL, EMAIL]);
    const waiting = await database.kysely.selectFrom('verifications').selectAll().execute();
    expect(waiting).toHaveLength(1);
  });

  it('works once, also for two at the same moment', async () => {
    await ask();
    const { token } = await server.mail(2);
    const statuses = (await Promise.all([redeem(token), redeem(token), redeem(token)])).map(({ status }) => status);
    expect(statuses.toSorted((a, b) => a - b)).toEqual([204, 410, 410]);
  });

  it('works for one hour', async () => {
    await ask();
    const { token } = await server.mail(2);
    server.clock.advance(60 * 60 * 1000 + 1);
    expect((await redeem(token)).status).toBe(410);
    expect((await mara.send('POST', '/api/sign-in', aForm())).status).toBe(200);
  });

  it('makes the other links of the same person useless', async () => {
    await ask();
    const first = await server.mail(2);
    await ask();
    const second = await server.mail(3);
    expect((await redeem(second.token)).status).toBe(204);
    expect((await redeem(first.token)).status).toBe(410);
  });

  it('keeps the link good when the new password is refused', async () => {
    await ask();
    const { token } = await server.mail(2);
    const refused = await redeem(token, 'password123');
    expect([refused.status, refused.body['problem']]).toEqual([400, 'password-too-common']);
    expect((await redeem(token)).status).toBe(204);
  });

  it('takes no token of another kind, and none that is made up', async () => {
    await server.browser().send('POST', '/api/sign-up', aForm('janis'));
    const signUp = await server.mail(2);
    expect((await redeem(signUp.token)).status).toBe(410);
    expect((await redeem('A'.repeat(43))).status).toBe(410);
    expect((await redeem('%')).status).toBe(400);
    await ask();
    const reset = await server.mail(3);
    const crossed = await mara.send('POST', '/api/email-verifications/redeem', { token: reset.token });
    expect(crossed.status).toBe(410);
  });

  it('mails one address no more than three times in a while, and answers the same', async () => {
    for (let index = 0; index < 6; index += 1) expect((await ask()).status).toBe(202);
    await server.mail(4);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(server.mails).toHaveLength(4);
  });

  it('lets its new owner in even while strangers guess at the account', async () => {
    const guess = { email: EMAIL, password: 'a guess in the dark' };
    const crowd = Array.from({ length: 40 }, (_, index) => server.browser(`198.51.100.${index}`));
    await Promise.all(crowd.map((thief) => thief.send('POST', '/api/sign-in', guess)));
    expect(server.waits.length).toBe(10);
    await ask();
    const { token } = await server.mail(2);
    const abroad = server.browser('203.0.113.77');
    await abroad.send('POST', '/api/password-resets/redeem', { token, password: NEW.password });
    const waited = server.waits.length;
    expect((await abroad.send('POST', '/api/sign-in', NEW)).status).toBe(200);
    expect(server.waits).toHaveLength(waited);
  });

  it('speaks the language of the person', async () => {
    await mara.send('PATCH', '/api/profile', { language: 'ar' });
    await ask();
    expect((await server.mail(2)).content).toMatch(/dir="rtl"/);
  });
});
