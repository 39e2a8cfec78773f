import type { BoardId } from '@talka/domain/kernel';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('an invitation', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let board: BoardId;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    [ada, mika] = await Promise.all([server.signUp('Ada'), server.signUp('Mika')]);
    board = await ada.makeBoard();
  });
  afterAll(() => server.stop());

  const team = async () => (await ada.send('GET', `/api/boards/${board}/team`)).body;

  it.each([
    ['no role', { email: 'a@example.com' }],
    ['a role that is none', { email: 'a@example.com', role: 'account-owner' }],
    ['no address', { role: 'member' }],
    ['an address that is none', { email: 'nobody', role: 'member' }],
    ['two addresses', { email: 'a@example.com, b@example.com', role: 'member' }],
    ['an address with a header behind it', { email: 'a@example.com\r\nBcc: b@example.com', role: 'member' }],
    ['an address with a name', { email: 'Ada <a@example.com>', role: 'member' }],
    ['an address too long', { email: `${'a'.repeat(250)}@example.com`, role: 'member' }],
    ['a query for an address', { email: { $ne: '' }, role: 'member' }],
    ['a sender of one’s own choice', { email: 'a@example.com', role: 'member', invitedBy: newId() }],
  ])('with %s is refused', async (_, body) => {
    const answer = await ada.send('POST', `/api/boards/${board}/invitations`, body);
    expect([answer.status, answer.body.code]).toEqual([400, 'invalid']);
    expect((await team()).invitations).toEqual([]);
  });

  it.each([
    undefined,
    {},
    { token: '' },
    { token: 'x'.repeat(43) },
    { token: 'x'.repeat(101) },
    { token: 7 },
    { token: ['x'] },
  ])('that is made up (%j) opens nothing', async (body) => {
    for (const path of ['look', 'accept']) {
      expect([400, 410]).toContain((await mika.send('POST', `/api/invitations/${path}`, body)).status);
    }
  });
});
