import type { UserId } from '@talka/domain/kernel';
import { SCHEMA_VERSION } from '@talka/domain/wire';
import { pino } from 'pino';
import { beforeEach, expect, it } from 'vitest';
import { describeOnEachEngine } from '../platform/database/testing.ts';
import { broadcast } from '../platform/live/index.ts';
import type { LiveConnection } from '../platform/live/index.ts';
import { BoardLive } from './board-live.ts';
import { BoardRooms } from './board-rooms.ts';
import { addTask, aStoredBoard, request } from './testing/stored-board.ts';
import type { StoredBoard } from './testing/stored-board.ts';
import { newId } from './testing/new-id.ts';

const MINUTE_MS = 60_000;

describeOnEachEngine('a board in memory', (openTestDatabase) => {
  let board: StoredBoard;
  let rooms: BoardRooms;
  let live: BoardLive;

  beforeEach(async () => {
    board = await aStoredBoard(await openTestDatabase());
    rooms = new BoardRooms(board.parts);
    live = new BoardLive({ rooms, log: pino({ enabled: false }), nodeId: newId(), broadcast });
  });

  function aConnection(userId: UserId): LiveConnection & { readonly sent: string[] } {
    const sent: string[] = [];
    const send = (frame: string | Buffer) => void sent.push(String(frame));
    const session = { userId, sessionId: newId() };
    return { id: newId(), session, bufferedBytes: 0, heardAt: board.clock.now(), send, close() {}, sent };
  }
  const hello = (cid = newId()) => ({ t: 'hello', board: board.boardId, cid, since: 0, schema: SCHEMA_VERSION });

  it('is let go of some time after the last page left, and loaded again when asked for', async () => {
    const page = aConnection(board.ada);
    await live.onFrame(page, hello());
    board.clock.advance(10 * MINUTE_MS);
    await rooms.evictIdle();
    expect(rooms.size).toBe(1);
    live.onClose(page);
    await rooms.evictIdle();
    expect(rooms.size).toBe(0);
    const room = await rooms.open(board.boardId);
    expect(await room?.submit(request(board.ada, addTask(board.todo)))).toEqual({ kind: 'accepted', seq: 2 });
    await rooms.evictIdle();
    expect(rooms.size).toBe(1);
  });

  it('is let go of though a page closed while it was joining', async () => {
    const page = aConnection(board.ada);
    const joining = live.onFrame(page, hello());
    live.onClose(page);
    await joining;
    board.clock.advance(10 * MINUTE_MS);
    await rooms.evictIdle();
    expect([rooms.size, page.sent]).toEqual([0, []]);
  });

  it('is let go of though a page closed while its role was read again', async () => {
    const [page, other] = [aConnection(board.mika), aConnection(board.ada)];
    const room = await rooms.open(board.boardId);
    await room?.submit(request(board.ada, ['member.add', { user: board.mika, name: 'Mika', role: 'member' }]));
    await live.onFrame(page, hello());
    await live.onFrame(other, hello());
    const change = room?.submit(request(board.ada, ['member.setRole', { user: board.mika, role: 'visitor' }]));
    await change;
    live.onClose(page);
    live.onClose(other);
    await room?.settled();
    board.clock.advance(10 * MINUTE_MS);
    await rooms.evictIdle();
    expect([rooms.size, page.sent.length]).toEqual([0, 1]);
  });

  it('is kept while somebody is about to use it', async () => {
    await rooms.open(board.boardId);
    board.clock.advance(10 * MINUTE_MS);
    const room = await rooms.open(board.boardId);
    await rooms.evictIdle();
    expect(await rooms.open(board.boardId)).toBe(room);
  });

  it('is never loaded for an id that is none', async () => {
    expect(await rooms.open(newId())).toBeNull();
    expect(rooms.size).toBe(0);
  });

  it('is kept for the fifty boards last used, when none is in use', async () => {
    const database = board.parts.database;
    for (let made = 0; made < 60; made += 1) {
      const { boardId } = await aStoredBoard(database);
      await rooms.open(boardId);
      board.clock.advance(1_000);
    }
    board.clock.advance(MINUTE_MS);
    await rooms.evictIdle();
    expect(rooms.size).toBe(50);
  });
});
