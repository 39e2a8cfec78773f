import type { BoardId } from '@talka/domain/kernel';
import { sql } from 'kysely';
import { createHash } from 'node:crypto';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import type { Database } from '../platform/database/database.ts';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

const DAY_MS = 86_400_000;

describeOnEachEngine('an invitation', (openTestDatabase) => {
  let database: Database;
  let server: BoardsServer;
  /** Of one test, in each name and address. */
  let tag = 'a';
  let ada: TestPerson;
  let board: BoardId;

  beforeAll(async () => {
    database = await openTestDatabase();
    server = await aServerWithBoards(database);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    tag += 'a';
    ada = await signUp('Ada');
    board = await ada.makeBoard({ name: 'Launch' });
  });

  const signUp = (name: string) => server.signUp(`${name}-${tag}`);
  const address = (name: string) => `${name}-${tag}@example.com`;
  const mails = (count: number) => server.mails(count, new RegExp(`-${tag}@`));
  const accept = (person: TestPerson, token: string) => person.send('POST', '/api/invitations/accept', { token });
  const look = (token: string) => server.nobody().send('POST', '/api/invitations/look', { token });
  const team = async () => (await ada.send('GET', `/api/boards/${board}/team`)).body;
  const rolesOf = async () =>
    Object.fromEntries(
      (await team()).members.map(({ name, role }: Record<string, string>) => [name?.split('-')[0], role]),
    );
  /** Invites an address and gives the secret of the mail. */
  async function invited(email: string, role = 'member'): Promise<string> {
    expect((await ada.invite(board, email, role)).body).toEqual({ status: 'invited' });
    return (await mails(1)).at(-1)?.secret ?? '';
  }

  it('puts a known person on the team at once, and tells those who listen', async () => {
    const mika = await signUp('Mika');
    const page = await ada.live();
    await page.join(board);
    const answer = await ada.invite(board, ` ${mika.email.toUpperCase()} `, 'member');
    expect([answer.status, answer.body]).toEqual([201, { status: 'joined' }]);
    expect((await page.next('p')).b[0]?.p).toEqual([
      [`member/${mika.id}`, { id: mika.id, name: mika.name, role: 'member' }],
    ]);
    expect((await ada.invite(board, mika.email, 'admin')).body).toEqual({ status: 'joined' });
    expect(await rolesOf()).toEqual({ Ada: 'admin', Mika: 'member' });
    expect((await mika.snapshot(board)).role).toBe('member');
  });

  it('brings somebody new in by the link of its mail, once', async () => {
    const secret = await invited(address('mika'));
    const [mail] = await mails(1);
    expect(mail).toMatchObject({ to: address('mika') });
    expect(mail?.text).toContain(`http://localhost:3000/join#${secret}`);
    expect((await look(secret)).body).toEqual({
      boardName: 'Launch',
      inviterName: ada.name,
      role: 'member',
      email: address('mika'),
    });
    const mika = await signUp('Mika');
    expect((await mika.send('GET', '/api/boards')).body).toEqual([]);
    expect((await accept(mika, secret)).body).toEqual({ boardId: board });
    expect(await rolesOf()).toEqual({ Ada: 'admin', Mika: 'member' });
    expect((await team()).invitations).toEqual([]);
    expect((await accept(mika, secret)).body).toMatchObject({ status: 410, code: 'gone' });
    expect((await look(secret)).status).toBe(410);
  });

  it('is used up also when two browsers use it at the same moment', async () => {
    const secret = await invited(address('mika'));
    const mika = await signUp('Mika');
    const statuses = (await Promise.all([accept(mika, secret), accept(mika, secret)])).map(({ status }) => status);
    expect(statuses.every((status) => status === 200 || status === 410)).toBe(true);
    expect(statuses).toContain(200);
    const added = await database.kysely
      .selectFrom('history')
      .select('seq')
      .where('board_id', '=', board)
      .where('kind', '=', 'member.added')
      .execute();
    expect(added).toHaveLength(1);
  });

  it('works for nobody but the person it was sent to, nor without signing in', async () => {
    const secret = await invited(address('mika'), 'admin');
    const eve = await signUp('Eve');
    expect((await accept(eve, secret)).body).toMatchObject({ status: 409, reason: 'other-address' });
    expect((await accept(server.nobody(), secret)).status).toBe(401);
    expect((await eve.send('GET', `/api/boards/${board}/snapshot`)).status).toBe(404);
    expect(await rolesOf()).toEqual({ Ada: 'admin' });
  });

  it('lies nowhere in the database but as a hash', async () => {
    const secret = await invited(address('mika'));
    const hash = createHash('sha256').update(secret).digest('hex');
    const everything = await dumpOf(database);
    expect(everything).toContain(address('mika'));
    expect(everything).toContain(hash);
    expect(everything).not.toContain(secret);
    expect((await look(hash)).status).toBe(410);
    expect((await team()).invitations[0]).not.toHaveProperty('secretHash');
    expect(JSON.stringify(await team())).not.toContain(hash);
  });

  it('ends after fourteen days', async () => {
    const secret = await invited(address('mika'));
    const mika = await signUp('Mika');
    server.clock.advance(14 * DAY_MS - 1_000);
    expect((await look(secret)).status).toBe(200);
    server.clock.advance(2_000);
    expect([(await look(secret)).status, (await accept(mika, secret)).status]).toEqual([410, 410]);
    expect((await team()).invitations).toEqual([]);
  });

  it('ends when it is revoked', async () => {
    const secret = await invited(address('mika'));
    const [{ id }] = (await team()).invitations;
    expect((await ada.send('DELETE', `/api/boards/${board}/invitations/${id}`)).status).toBe(204);
    const mika = await signUp('Mika');
    expect([(await look(secret)).status, (await accept(mika, secret)).status]).toEqual([410, 410]);
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/resend'],
    ] as const) {
      expect((await ada.send(method, `/api/boards/${board}/invitations/${id}${path}`)).status).toBe(404);
    }
  });

  it.each(['member.remove', 'member.setRole'])('ends when its sender lost the right to invite by %s', async (n) => {
    const mika = await signUp('Mika');
    await ada.invite(board, mika.email, 'admin');
    await mika.invite(board, address('new'), 'admin');
    const secret = (await mails(1))[0]?.secret ?? '';
    await ada.command(board, n, n === 'member.remove' ? { user: mika.id } : { user: mika.id, role: 'member' });
    const newcomer = await signUp('New');
    expect((await accept(newcomer, secret)).body).toMatchObject({ status: 410, code: 'gone' });
    expect(await rolesOf()).not.toHaveProperty('New');
  });

  it('that another admin sends again is theirs, with a new link; the old one ends', async () => {
    const mika = await signUp('Mika');
    await ada.invite(board, mika.email, 'admin');
    await mika.invite(board, address('new'), 'member');
    const first = (await mails(1))[0]?.secret ?? '';
    await ada.command(board, 'member.remove', { user: mika.id });
    server.clock.advance(3_600_000);
    const [{ id }] = (await team()).invitations;
    expect((await ada.send('POST', `/api/boards/${board}/invitations/${id}/resend`)).status).toBe(204);
    const second = (await mails(2)).map(({ secret }) => secret).find((secret) => secret !== first) ?? '';
    const newcomer = await signUp('New');
    expect((await accept(newcomer, first)).status).toBe(410);
    expect((await accept(newcomer, second)).status).toBe(200);
    expect(await rolesOf()).toEqual({ Ada: 'admin', New: 'member' });
  });

  it('that was made twice is one, of the latest role', async () => {
    await invited(address('mika'), 'admin');
    await ada.invite(board, address('MIKA'), 'visitor');
    expect((await team()).invitations).toMatchObject([
      { email: address('mika'), role: 'visitor', invitedBy: ada.name },
    ]);
  });

  it('does not bring back a person who joined otherwise and was removed', async () => {
    const secret = await invited(address('mika'), 'admin');
    const mika = await signUp('Mika');
    expect((await ada.invite(board, mika.email, 'member')).body).toEqual({ status: 'joined' });
    expect((await team()).invitations).toEqual([]);
    await ada.command(board, 'member.remove', { user: mika.id });
    expect((await accept(mika, secret)).status).toBe(410);
    expect(await rolesOf()).toEqual({ Ada: 'admin' });
  });

  it('of another board is out of reach of this board’s address', async () => {
    await invited(address('mika'));
    const [{ id }] = (await team()).invitations;
    const eve = await signUp('Eve');
    const other = await eve.makeBoard();
    for (const [method, path] of [
      ['DELETE', ''],
      ['POST', '/resend'],
    ] as const) {
      expect((await eve.send(method, `/api/boards/${other}/invitations/${id}${path}`)).status).toBe(404);
      expect((await eve.send(method, `/api/boards/${board}/invitations/${id}${path}`)).status).toBe(404);
    }
    expect((await team()).invitations).toHaveLength(1);
  });

  it('cannot be turned into an advertisement or another mail by a name', async () => {
    const spam = 'Win at https://evil.example/now\r\nBcc: all@example.com <b>now</b>';
    await ada.command(board, 'board.rename', { name: spam });
    await ada.invite(board, address('mika'), 'member');
    const [mail] = await mails(1);
    const head = mail?.text.split('\r\n\r\n')[0] ?? '';
    expect(head).not.toMatch(/^Bcc:/im);
    expect(head.match(/^To:/gim)).toHaveLength(1);
    expect(mail?.text).not.toMatch(/evil\.example|<b>now/);
  });

  it('reaches one address a few times a day at most, whatever is tried', async () => {
    await invited(address('victim'));
    const [{ id }] = (await team()).invitations;
    const statuses = [];
    for (let times = 0; times < 5; times += 1) {
      statuses.push((await ada.send('POST', `/api/boards/${board}/invitations/${id}/resend`)).status);
      await ada.invite(board, address('victim'), 'member');
    }
    expect(new Set(statuses)).toEqual(new Set([429]));
    for (let times = 0; times < 10; times += 1) {
      const [open] = (await team()).invitations;
      await ada.send('DELETE', `/api/boards/${board}/invitations/${open?.id ?? id}`);
      await ada.invite(board, address('victim'), 'member');
    }
    await ada.invite(board, address('other'), 'member');
    await expect.poll(async () => (await mails(1)).some(({ to }) => to === address('other'))).toBe(true);
    const reached = (await mails(1)).filter(({ to }) => to === address('victim'));
    expect(reached.length).toBeGreaterThanOrEqual(1);
    expect(reached.length).toBeLessThanOrEqual(5);
  });

  it('can be sent again after a while', async () => {
    const first = await invited(address('mika'));
    const [{ id }] = (await team()).invitations;
    const resend = () => ada.send('POST', `/api/boards/${board}/invitations/${id}/resend`);
    const early = await resend();
    expect([early.status, Number(early.headers.get('retry-after')) > 0]).toEqual([429, true]);
    server.clock.advance(15 * 60_000);
    expect((await resend()).status).toBe(204);
    expect((await mails(2)).map(({ secret }) => secret)).toContain(first);
  });

  it('is not sent to a hundred addresses in an hour by one person', async () => {
    const now = server.clock.now();
    const sent = Array.from({ length: 100 }, (_, index) => ({
      id: newId(),
      board_id: board,
      email: address(`person${index}`),
      role: 'visitor' as const,
      secret_hash: newId(),
      invited_by: ada.id,
      created_at: now,
      expires_at: now + 14 * DAY_MS,
      accepted_at: null,
      accepted_by: null,
      revoked_at: null,
    }));
    await database.kysely.insertInto('invitations').values(sent).execute();
    expect((await ada.invite(board, address('more'), 'visitor')).status).toBe(429);
    server.clock.advance(3_600_001);
    expect((await ada.invite(board, address('more'), 'visitor')).status).toBe(201);
  });
});

/** Every row of every table, as text. */
async function dumpOf({ kysely, engine }: Database): Promise<string> {
  const names =
    engine === 'sqlite'
      ? sql<{ name: string }>`select name from sqlite_master where type = 'table'`
      : sql<{
          name: string;
        }>`select table_name as name from information_schema.tables where table_schema = current_schema()`;
  const { rows } = await names.execute(kysely);
  expect(rows.length).toBeGreaterThan(10);
  const tables = await Promise.all(rows.map(({ name }) => sql`select * from ${sql.table(name)}`.execute(kysely)));
  return JSON.stringify(tables.map((table) => table.rows));
}
