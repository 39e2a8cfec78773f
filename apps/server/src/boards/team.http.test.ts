import type { BoardId } from '@talka/domain/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('the team of a board', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let vera: TestPerson;
  let board: BoardId;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    [ada, mika, vera] = await Promise.all([server.signUp('Ada'), server.signUp('Mika'), server.signUp('Vera')]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    board = await ada.makeBoard();
    await ada.invite(board, vera.email, 'visitor');
    await ada.invite(board, mika.email, 'member');
    await ada.invite(board, `${board}@example.com`, 'admin');
  });

  const teamFor = (person: TestPerson) => person.send('GET', `/api/boards/${board}/team`);

  it('shows an admin everybody by name, with addresses and open invitations', async () => {
    const { body } = await teamFor(ada);
    expect(body.members).toEqual([
      { id: ada.id, name: 'Ada', role: 'admin', email: ada.email },
      { id: mika.id, name: 'Mika', role: 'member', email: mika.email },
      { id: vera.id, name: 'Vera', role: 'visitor', email: vera.email },
    ]);
    expect(body.invitations).toEqual([
      {
        id: expect.any(String),
        email: `${board}@example.com`,
        role: 'admin',
        invitedBy: 'Ada',
        createdAt: server.clock.now(),
        expiresAt: server.clock.now() + 14 * 86_400_000,
      },
    ]);
  });

  it('shows others names and roles, but no address and no invitation', async () => {
    for (const person of [mika, vera]) {
      const { body, text } = await teamFor(person);
      expect(body.members.map(({ name, role }: Record<string, string>) => `${name} ${role}`)).toEqual([
        'Ada admin',
        'Mika member',
        'Vera visitor',
      ]);
      expect(body.invitations).toEqual([]);
      expect(text).not.toContain('@');
    }
  });

  it('shows a demoted admin no addresses any more', async () => {
    await ada.command(board, 'member.setRole', { user: mika.id, role: 'admin' });
    expect((await teamFor(mika)).text).toContain(vera.email);
    await ada.command(board, 'member.setRole', { user: mika.id, role: 'member' });
    expect((await teamFor(mika)).text).not.toContain('@');
  });

  it('carries no address in any frame of the board', async () => {
    const page = await vera.live();
    await page.join(board);
    await ada.command(board, 'member.setRole', { user: mika.id, role: 'visitor' });
    await page.next('p');
    expect(JSON.stringify(page.frames)).not.toContain('@example.com');
  });

  it('is never without an admin', async () => {
    const alone = await mika.makeBoard();
    for (const [n, a] of [
      ['member.leave', {}],
      ['member.remove', { user: mika.id }],
    ] as const) {
      expect((await mika.command(alone, n, a)).body).toMatchObject({ code: 'conflict', problem: 'last-admin' });
    }
  });
});
