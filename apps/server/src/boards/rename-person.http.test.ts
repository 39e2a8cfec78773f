import { members } from '@talka/domain/boards';
import { afterAll, beforeAll, expect, it, vi } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { BoardPage } from './testing/board-page.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('a new name', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    [ada, mika] = await Promise.all([server.signUp('Ada'), server.signUp('Mika')]);
  });
  afterAll(() => server.stop());

  it('is shown on every board one is on, live', async () => {
    const boards = [await ada.makeBoard(), await ada.makeBoard()];
    for (const board of boards) await ada.invite(board, mika.email, 'member');
    const pages = await Promise.all(boards.map((board) => BoardPage.open(ada, board)));
    expect((await mika.send('PATCH', '/api/profile', { name: 'Mika Berg' })).status).toBe(204);
    for (const { replica } of pages) {
      await vi.waitFor(() => expect(replica.store.get(members, mika.id)?.name).toBe('Mika Berg'));
    }
    const team = await ada.send('GET', `/api/boards/${boards[0]}/team`);
    expect(team.body.members.map(({ name }: { name: string }) => name)).toEqual(['Ada', 'Mika Berg']);
  });

  it("can't be given to somebody else by a command", async () => {
    const board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'member');
    const answer = await ada.send('POST', `/api/boards/${board}/commands`, {
      n: 'member.rename',
      a: { user: mika.id, name: 'Fool' },
    });
    expect(answer.status).toBe(400);
  });
});
