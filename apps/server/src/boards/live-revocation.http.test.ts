import type { BoardId } from '@talka/domain/kernel';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { BoardPage } from './testing/board-page.ts';
import type { LiveClient } from './testing/live-client.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('an open socket', (openTestDatabase) => {
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
    await ada.invite(board, mika.email, 'member');
    await ada.invite(board, vera.email, 'visitor');
  });

  /** Changes the board, and waits until a witness and then the page in question have heard what they will hear. */
  async function afterAChange(page: LiveClient, witness: LiveClient, name: string): Promise<void> {
    await ada.command(board, 'board.rename', { name });
    await witness.next('p');
    await page.flushed();
  }

  it('of a person who is removed hears nothing more of the board, from that very change on', async () => {
    const [pages, witness] = [[await mika.live(), await mika.live()], await vera.live()];
    for (const page of [...pages, witness]) await page.join(board);
    await ada.command(board, 'member.remove', { user: mika.id });
    const began = performance.now();
    for (const page of pages) expect(await page.next('revoked')).toEqual({ t: 'revoked', board });
    expect(performance.now() - began).toBeLessThan(1_000);
    await witness.next('p');
    for (const page of pages) {
      await afterAChange(page, witness, 'A secret');
      page.command(board, 1, 'board.rename', { name: 'Still in?' });
      expect(await page.next('error')).toEqual({ t: 'error', code: 'not-joined', board });
      page.hello(board);
      expect(await page.next('revoked')).toEqual({ t: 'revoked', board });
      expect(page.frames.map(({ t }) => t)).toEqual(['delta', 'revoked', 'error', 'revoked']);
    }
  });

  it('of a person who leaves hears nothing more, and others hear that they left', async () => {
    const [page, witness] = [await mika.live(), await vera.live()];
    await page.join(board);
    await witness.join(board);
    page.command(board, 1, 'member.leave', {});
    expect(await page.next('revoked')).toEqual({ t: 'revoked', board });
    expect((await witness.next('p')).b[0]?.p).toEqual([[`member/${mika.id}`, null]]);
    await afterAChange(page, witness, 'Without you');
    expect(page.frames.map(({ t }) => t)).toEqual(['delta', 'revoked']);
  });

  it('of a person whose role changes is told, and held to it at once', async () => {
    const [page, witness] = [await mika.live(), await vera.live()];
    await page.join(board);
    await witness.join(board);
    await ada.command(board, 'member.setRole', { user: mika.id, role: 'visitor' });
    expect(await page.next('delta')).toMatchObject({ role: 'visitor', rows: { member: [{ role: 'visitor' }] } });
    page.command(board, 1, 'task.trash', { id: board });
    expect(await page.next('x')).toMatchObject({ i: 1, code: 'forbidden' });
    await ada.command(board, 'member.setRole', { user: mika.id, role: 'admin' });
    expect(await page.next('delta')).toMatchObject({ role: 'admin', ack: 1 });
    page.command(board, 2, 'board.rename', { name: 'Promoted' });
    const heard = await page.next('p');
    expect(heard.b).toMatchObject([{ i: 2, u: mika.id }]);
    expect((await witness.next('p')).b).toHaveLength(1);
  });

  it('loses no change of its own while its role changes', async () => {
    const page = await BoardPage.open(mika, board);
    const [stage] = page.replica.store.list({ name: 'column', listed: { by: null, at: 'position' } });
    for (let times = 0; times < 30; times += 1) {
      page.run('task.add', {
        column: stage as never,
        after: null,
        tasks: [{ id: server.ids.next() as never, title: 'x' }],
      });
      if (times % 10 === 5) {
        const role = times === 15 ? 'admin' : 'member';
        void ada.command(board, 'member.setRole', { user: mika.id, role });
        await new Promise((resolve) => setTimeout(resolve, 3));
      }
    }
    // Commands that met the closed door wait for the next hello, as in a browser.
    await new Promise((resolve) => setTimeout(resolve, 50));
    page.again();
    await page.settled();
    expect(page.replica.store.count({ name: 'task', listed: null })).toBe(30);
    expect(page.lost).toEqual([]);
  });

  it('of a removed person who is taken back in joins again', async () => {
    const page = await mika.live();
    await page.join(board);
    await ada.command(board, 'member.remove', { user: mika.id });
    await page.next('revoked');
    await ada.invite(board, mika.email, 'visitor');
    expect(await page.join(board)).toMatchObject({ role: 'visitor' });
  });

  it('carries the account’s role where the one on the board is taken', async () => {
    const other = await mika.makeBoard();
    await mika.invite(other, ada.email, 'admin');
    const page = await mika.live();
    await page.join(other);
    expect((await ada.command(other, 'member.remove', { user: mika.id })).status).toBe(200);
    expect(await page.next('delta')).toMatchObject({ role: 'account-owner', gone: [`member/${mika.id}`] });
    page.command(other, 1, 'board.rename', { name: 'Mine all the same' });
    expect((await page.next('p')).b).toHaveLength(1);
  });

  it('closes when its session signs out, and only it', async () => {
    const elsewhere = await mika.signInElsewhere();
    const [here, there] = [await mika.live(), await elsewhere.live()];
    await here.join(board);
    await there.join(board);
    await elsewhere.send('POST', '/api/sign-out');
    const began = performance.now();
    expect(await there.closed).toEqual({ code: 4401, reason: 'sign-in-required' });
    expect(performance.now() - began).toBeLessThan(1_000);
    await ada.command(board, 'board.rename', { name: 'Not for signed-out ears' });
    await here.next('p');
    expect(there.frames.map(({ t }) => t)).toEqual(['delta']);
    const again = await elsewhere.live();
    expect(await again.closed).toMatchObject({ code: 4401 });
  });

  it('closes when its session is ended from another browser', async () => {
    const elsewhere = await mika.signInElsewhere();
    const there = await elsewhere.live();
    await there.join(board);
    expect((await mika.send('DELETE', '/api/sessions')).status).toBe(204);
    expect((await there.closed).code).toBe(4401);
  });

  it('is not opened from another site, nor without signing in', async () => {
    await expect(mika.live({ origin: 'https://evil.example' })).rejects.toThrow('403');
    const nobody = await server.nobody().live();
    expect((await nobody.closed).code).toBe(4401);
    expect(nobody.frames).toEqual([]);
  });
});
