import { beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aForm, PASSWORD, startIdentity, type Answer } from './testing.ts';

/** What an onlooker could compare: everything but what is random on purpose. */
function seen({ status, body, headers }: Answer) {
  const names = [...headers.keys()].filter((name) => name !== 'date').toSorted();
  return { status, body: { ...body, requestId: '' }, names };
}

describeOnEachEngine('signing up', (openTestDatabase) => {
  let database: Database;
  beforeEach(async () => {
    database = await openTestDatabase();
  });

  it('without mail signs in at once, with an account of one’s own on trial', async () => {
    const mara = (await startIdentity(database)).browser();
    expect((await mara.send('GET', '/api/server')).body).toEqual({ firstRun: true, mail: false });
    const answer = await mara.send('POST', '/api/sign-up', {
      ...aForm('Mara'),
      language: 'ar',
      timeZone: 'Asia/Tokyo',
    });
    expect([answer.status, answer.body]).toEqual([201, { status: 'signed-in' }]);
    const session = await mara.send('GET', '/api/session');
    expect(session.body).toMatchObject({
      user: { name: 'Mara', email: 'mara@example.com', language: 'ar', theme: 'system', timeZone: 'Asia/Tokyo' },
      accounts: [{ name: 'Mara', role: 'owner', trialEndsOn: '2027-02-13' }],
      isServerOwner: true,
    });
    expect(Object.keys(session.body['user'] ?? {}).toSorted()).toEqual(
      ['email', 'id', 'language', 'name', 'theme', 'timeZone'].toSorted(),
    );
    expect((await mara.send('GET', '/api/server')).body).toEqual({ firstRun: false, mail: false });
  });

  it('makes the first person the owner of the server, and only the first', async () => {
    const server = await startIdentity(database);
    const browsers = Array.from({ length: 8 }, (_, index) => server.browser(`192.0.2.${index}`));
    await Promise.all(browsers.map((browser, index) => browser.send('POST', '/api/sign-up', aForm(`person${index}`))));
    const sessions = await Promise.all(browsers.map((browser) => browser.send('GET', '/api/session')));
    expect(sessions.map(({ status }) => status)).toEqual(browsers.map(() => 200));
    expect(sessions.filter(({ body }) => body['isServerOwner'] === true)).toHaveLength(1);
    const late = server.browser();
    await late.send('POST', '/api/sign-up', aForm('late'));
    expect((await late.send('GET', '/api/session')).body['isServerOwner']).toBe(false);
  });

  it('takes one of many who come with the same address at the same moment', async () => {
    const server = await startIdentity(database);
    const tries = Array.from({ length: 6 }, () => server.browser().send('POST', '/api/sign-up', aForm()));
    const statuses = (await Promise.all(tries)).map(({ status }) => status).toSorted((a, b) => a - b);
    expect(statuses).toEqual([201, 409, 409, 409, 409, 409]);
    expect(await database.kysely.selectFrom('accounts').selectAll().execute()).toHaveLength(1);
    expect(await database.kysely.selectFrom('credentials').selectAll().execute()).toHaveLength(1);
  });

  it('ignores what a person may not say of themselves', async () => {
    const server = await startIdentity(database);
    await server.browser().send('POST', '/api/sign-up', aForm('first'));
    const wishes = { isServerOwner: true, emailVerified: true, id: 'x', userId: 'x', role: 'owner', theme: 'dark' };
    const mara = server.browser();
    await mara.send('POST', '/api/sign-up', { ...aForm(), ...wishes });
    const { body } = await mara.send('GET', '/api/session');
    expect(body).toMatchObject({ isServerOwner: false, user: { theme: 'system' } });
    const row = database.kysely.selectFrom('users').selectAll().where('email', '=', 'mara@example.com');
    expect(await row.executeTakeFirst()).toMatchObject({ email_verified: 0 });
  });

  it('finds the same person whatever the case of the address', async () => {
    const server = await startIdentity(database);
    await server.browser().send('POST', '/api/sign-up', { ...aForm(), email: '  Mara@Example.COM ' });
    const again = await server.browser().send('POST', '/api/sign-up', aForm());
    expect([again.status, again.body['problem']]).toEqual([409, 'email-taken']);
  });

  it.each([
    ['no body', undefined, ''],
    ['not an object', [], ''],
    ['no name', { ...aForm(), name: ' ' }, 'name'],
    ['a name too long', { ...aForm(), name: 'x'.repeat(101) }, 'name'],
    ['a name that turns text around', { ...aForm(), name: 'a\u202Eb' }, 'name'],
    ['a name of two lines', { ...aForm(), name: 'a\nb' }, 'name'],
    ['an address without a domain', { ...aForm(), email: 'mara' }, 'email'],
    ['an address of two lines', { ...aForm(), email: 'mara@example.com\nbcc:x@example.com' }, 'email'],
    ['an address too long', { ...aForm(), email: `${'x'.repeat(250)}@example.com` }, 'email'],
    ['an object for an address', { ...aForm(), email: { $ne: '' } }, 'email'],
    ['a short password', { ...aForm(), password: 'short' }, 'password'],
    ['a book for a password', { ...aForm(), password: 'ab'.repeat(101) }, 'password'],
    ['a common password', { ...aForm(), password: 'Password123' }, 'password'],
    ['the address in the password', { ...aForm(), password: 'my mara@example.com' }, 'password'],
    ['a language nobody speaks', { ...aForm(), language: 'not a language' }, 'language'],
    ['a place nowhere', { ...aForm(), timeZone: 'Mars/Olympus' }, 'timeZone'],
  ])('refuses %s', async (_, form, field) => {
    const answer = await (await startIdentity(database)).browser().send('POST', '/api/sign-up', form);
    expect([answer.status, answer.body['code'], answer.body['field']]).toEqual([400, 'invalid', field]);
    expect(await database.kysely.selectFrom('users').selectAll().execute()).toEqual([]);
  });

  it('with mail waits until the address is proven', async () => {
    const server = await startIdentity(database, { withMail: true });
    const mara = server.browser();
    const answer = await mara.send('POST', '/api/sign-up', aForm());
    expect([answer.status, answer.body]).toEqual([202, { status: 'verify-email' }]);
    expect(mara.cookies.size).toBe(0);
    expect(await database.kysely.selectFrom('users').selectAll().execute()).toEqual([]);
    const mail = await server.mail(1);
    expect(mail.content).toMatch(/Subject: Confirm your e-mail address[\s\S]*http:\/\/localhost:3000\/verify#/);
    expect((await mara.send('POST', '/api/sign-in', aForm())).status).toBe(400);
    const { token } = mail;
    expect((await mara.send('POST', '/api/email-verifications/redeem', { token })).status).toBe(204);
    expect((await mara.send('GET', '/api/session')).status).toBe(401);
    expect((await mara.send('POST', '/api/sign-in', aForm())).status).toBe(200);
    expect((await mara.send('GET', '/api/session')).body).toMatchObject({ isServerOwner: true });
    const again = await mara.send('POST', '/api/email-verifications/redeem', { token });
    expect([again.status, again.body['code']]).toEqual([410, 'gone']);
  });

  it('with mail answers the same for a known and an unknown address; the mail tells its owner', async () => {
    const server = await startIdentity(database, { withMail: true });
    const mara = server.browser();
    await mara.send('POST', '/api/sign-up', aForm());
    await mara.send('POST', '/api/email-verifications/redeem', { token: (await server.mail(1)).token });
    const known = await server.browser().send('POST', '/api/sign-up', { ...aForm(), password: 'another long walk' });
    const mail = await server.mail(2);
    const unknown = await server.browser().send('POST', '/api/sign-up', aForm('nobody'));
    expect(seen(known)).toEqual(seen(unknown));
    expect(mail).toMatchObject({ to: 'mara@example.com', token: '' });
    expect(mail.content).toMatch(/Subject: You already have an account/);
    expect((await server.browser().send('POST', '/api/sign-in', { ...aForm(), password: PASSWORD })).status).toBe(200);
  });

  it('by one who comes first with a foreign address holds it for nobody', async () => {
    const server = await startIdentity(database, { withMail: true });
    await server.browser().send('POST', '/api/sign-up', { ...aForm(), password: 'the hand of a thief' });
    await server.mail(1);
    const mara = server.browser();
    await mara.send('POST', '/api/sign-up', aForm());
    const { token } = await server.mail(2);
    expect((await mara.send('POST', '/api/email-verifications/redeem', { token })).status).toBe(204);
    const thief = await server.browser().send('POST', '/api/sign-in', { ...aForm(), password: 'the hand of a thief' });
    expect(thief.status).toBe(400);
    expect((await mara.send('POST', '/api/sign-in', aForm())).status).toBe(200);
  });

  it('with mail expires after a day', async () => {
    const server = await startIdentity(database, { withMail: true });
    await server.browser().send('POST', '/api/sign-up', aForm());
    const { token } = await server.mail(1);
    server.clock.advance(24 * 60 * 60 * 1000 + 1);
    const late = await server.browser().send('POST', '/api/email-verifications/redeem', { token });
    expect(late.status).toBe(410);
  });

  it('sends one address no more than three mails at a time, and says nothing of it', async () => {
    const server = await startIdentity(database, { withMail: true });
    for (let index = 0; index < 5; index += 1) {
      expect((await server.browser().send('POST', '/api/sign-up', aForm())).status).toBe(202);
    }
    await server.mail(3);
    await new Promise((resolve) => setTimeout(resolve, 150));
    expect(server.mails).toHaveLength(3);
  });

  it('keeps no secret in the database', async () => {
    const server = await startIdentity(database, { withMail: true });
    const mara = server.browser();
    await mara.send('POST', '/api/sign-up', aForm());
    const { token } = await server.mail(1);
    const before = await everything(database);
    await mara.send('POST', '/api/email-verifications/redeem', { token });
    await mara.send('POST', '/api/sign-in', aForm());
    await mara.send('POST', '/api/password-resets', { email: 'mara@example.com' });
    const reset = await server.mail(2);
    const stored = before + (await everything(database));
    expect(mara.cookies.size).toBe(2);
    for (const secret of [token, reset.token, PASSWORD, ...mara.cookies.values()]) {
      expect(secret).not.toBe('');
      expect(stored).not.toContain(secret);
    }
    expect(stored).toContain('$argon2id$v=19$m=47104,t=1,p=1$');
  });
});

async function everything({ kysely }: Database): Promise<string> {
  const tables = ['users', 'credentials', 'sessions', 'verifications', 'known_devices', 'jobs', 'accounts'] as const;
  const rows = await Promise.all(tables.map((table) => kysely.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}
