import { brotliDecompressSync } from 'node:zlib';
import { request } from 'node:http';
import type { IncomingHttpHeaders } from 'node:http';
import { columns } from '@talka/domain/boards';
import type { BoardId } from '@talka/domain/kernel';
import { storeOf } from '@talka/domain/wire';
import { afterAll, beforeAll, beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { aServerWithBoards } from './testing.ts';
import type { BoardsServer } from './testing.ts';
import { contentsOf } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';
import type { TestPerson } from './testing/test-person.ts';

describeOnEachEngine('the snapshot of a board', (openTestDatabase) => {
  let server: BoardsServer;
  let ada: TestPerson;
  let mika: TestPerson;
  let eve: TestPerson;
  let board: BoardId;

  beforeAll(async () => {
    server = await aServerWithBoards(await openTestDatabase());
    [ada, mika, eve] = await Promise.all([server.signUp('Ada'), server.signUp('Mika'), server.signUp('Eve')]);
  });
  afterAll(() => server.stop());
  beforeEach(async () => {
    board = await ada.makeBoard();
    await ada.invite(board, mika.email, 'visitor');
  });

  interface Raw {
    readonly status: number | undefined;
    readonly headers: IncomingHttpHeaders;
    readonly bytes: Buffer;
  }

  /** As a browser gets it, still packed. */
  async function take(person: TestPerson, headers: Record<string, string> = {}): Promise<Raw> {
    const url = `${server.url}/api/boards/${board}/snapshot`;
    return new Promise((resolve, reject) => {
      const asking = request(url, { headers: { cookie: person.cookie, ...headers } }, (response) => {
        const chunks: Buffer[] = [];
        response.on('data', (chunk: Buffer) => chunks.push(chunk));
        response.on('end', () => {
          resolve({ status: response.statusCode, headers: response.headers, bytes: Buffer.concat(chunks) });
        });
      });
      asking.on('error', reject).end();
    });
  }

  it('is the whole board, with the reader’s role, and no description', async () => {
    const [stage] = storeOf(await ada.snapshot(board)).list(columns);
    const id = newId();
    await ada.command(board, 'task.add', { column: stage, after: null, tasks: [{ id, title: 'Ł 🎈 漢' }] });
    await ada.command(board, 'task.describe', { id, text: 'A long story' });
    const { status, headers, bytes } = await take(mika);
    expect([status, headers['content-type']]).toEqual([200, 'application/json; charset=utf-8']);
    const snapshot = JSON.parse(bytes.toString('utf8'));
    expect(snapshot).toMatchObject({ role: 'visitor', seq: 4 });
    expect(contentsOf(storeOf(snapshot)).task).toMatchObject([{ id, title: 'Ł 🎈 漢', described: 1 }]);
    expect(bytes.toString('utf8')).not.toContain('A long story');
    expect((await ada.snapshot(board)).role).toBe('account-owner');
  });

  it('carries no address, no password, nothing of the account but its id', async () => {
    const { bytes } = await take(mika);
    expect(bytes.toString('utf8')).not.toMatch(/@example\.com|argon2|password|token|email/);
  });

  it('comes packed with Brotli where the browser takes it, and plain where not', async () => {
    const packed = await take(ada, { 'accept-encoding': 'gzip, deflate, br, zstd' });
    expect(packed.headers['content-encoding']).toBe('br');
    const plain = await take(ada, { 'accept-encoding': 'gzip' });
    expect(plain.headers['content-encoding']).toBeUndefined();
    expect(brotliDecompressSync(packed.bytes)).toEqual(plain.bytes);
    for (const refusing of ['br;q=0', 'br; q=0.0, gzip', 'brx']) {
      const { headers } = await take(ada, { 'accept-encoding': refusing });
      expect([refusing, headers['content-encoding']]).toEqual([refusing, undefined]);
    }
    expect(packed.headers.vary).toContain('accept-encoding');
    expect(packed.headers['cache-control']).toBe('private, no-cache');
  });

  it('is not sent again while nothing changed', async () => {
    const etag = (await take(ada)).headers.etag ?? '';
    for (const known of [etag, `W/${etag}`, `"other", ${etag}`]) {
      const again = await take(ada, { 'if-none-match': known });
      expect([again.status, again.bytes.length, again.headers.etag]).toEqual([304, 0, etag]);
    }
    await ada.command(board, 'board.rename', { name: 'Changed' });
    const changed = await take(ada, { 'if-none-match': etag });
    expect(changed.status).toBe(200);
    expect(changed.headers.etag).not.toBe(etag);
  });

  it('is sent again to one whose role changed, and never from another’s role', async () => {
    const [adas, mikas] = [(await take(ada)).headers.etag, (await take(mika)).headers.etag ?? ''];
    expect(adas).not.toBe(mikas);
    await ada.command(board, 'member.setRole', { user: mika.id, role: 'member' });
    const answer = await take(mika, { 'if-none-match': mikas });
    expect(JSON.parse(answer.bytes.toString('utf8')).role).toBe('member');
  });

  it('is refused to one who was removed, though they still know its tag', async () => {
    const etag = (await take(mika)).headers.etag ?? '';
    await ada.command(board, 'member.remove', { user: mika.id });
    expect((await take(mika, { 'if-none-match': etag })).status).toBe(404);
  });

  it('of a board of others is answered as one that never was', async () => {
    const told = async (id: string) => {
      const { status, body } = await eve.send('GET', `/api/boards/${id}/snapshot`);
      return { status, body: { ...body, requestId: '' } };
    };
    expect(await told(board)).toEqual(await told(newId()));
    expect((await eve.send('GET', '/api/boards/..%2f..%2fetc/snapshot')).status).toBe(400);
  });
});
