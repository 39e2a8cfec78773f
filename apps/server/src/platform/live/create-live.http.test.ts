import { connect } from 'node:net';
import { Refusal } from '@talka/domain/kernel';
import { describe, expect, it, vi } from 'vitest';
import type { ReadSession } from '../session/session.ts';
import { broadcast } from './broadcast.ts';
import { byCookie, openTestSocket, startTestLive } from './testing.ts';

describe('a live socket', () => {
  it('hands frames on with their session, and answers', async () => {
    const seen: string[] = [];
    const server = await startTestLive({
      frame(connection, frame) {
        seen.push(connection.session.userId);
        connection.send(JSON.stringify({ t: 'echo', frame }));
      },
    });
    const ada = await server.open();
    ada.send({ t: 'hi', text: 'ß漢🙂' });
    expect(await ada.next()).toEqual({ t: 'echo', frame: { t: 'hi', text: 'ß漢🙂' } });
    expect(seen).toEqual(['ada']);
  });

  it('without a session is closed with a code that says to sign in', async () => {
    const server = await startTestLive();
    const nobody = await openTestSocket(server.url, { headers: { origin: server.url } });
    expect(await nobody.closed).toEqual({ code: 4401, reason: 'sign-in-required' });
    expect(server.live.connectionCount).toBe(0);
  });

  it.each(['https://evil.example', 'null', 'http://localhost:1'])('from a page of %s is refused', async (origin) => {
    const server = await startTestLive();
    await expect(server.open('ada', { origin })).rejects.toThrow('403');
  });

  it('elsewhere than at its path is refused', async () => {
    const server = await startTestLive();
    await expect(openTestSocket(`${server.url}/other`, { headers: { cookie: 'me=ada' } })).rejects.toThrow('404');
  });

  it('is refused when the session cannot be read, and the server stays up', async () => {
    let isBroken = true;
    const readSession: ReadSession = async (headers) => {
      if (isBroken) throw new Error('the database is away');
      return byCookie(headers);
    };
    const server = await startTestLive({ readSession });
    await expect(server.open()).rejects.toThrow('503');
    isBroken = false;
    await server.open();
    expect(server.live.connectionCount).toBe(1);
  });

  it('too many from one address are closed', async () => {
    const server = await startTestLive({ limits: { connectionsPerAddress: 2 } });
    const first = await server.open();
    await server.open();
    const third = await server.open();
    expect((await third.closed).code).toBe(4429);
    first.socket.close();
    await first.closed;
    await vi.waitFor(() => expect(server.live.connectionCount).toBe(1));
    await server.open();
    expect(server.live.connectionCount).toBe(2);
  });
});

describe('a bad frame', () => {
  it.each(['{', '', '"text"', '[1]', 'null', '7'])('%j is answered as invalid', async (text) => {
    const server = await startTestLive();
    const ada = await server.open();
    ada.socket.send(text);
    expect(await ada.next()).toEqual({ t: 'error', code: 'invalid' });
    ada.send({ t: 'still here' });
    expect(await ada.next()).toEqual({ t: 'still here' });
  });

  it('of bytes is answered as invalid', async () => {
    const server = await startTestLive();
    const ada = await server.open();
    ada.socket.send(Buffer.from('{"t":"hi"}'), { binary: true });
    expect(await ada.next()).toEqual({ t: 'error', code: 'invalid' });
  });

  it('for the 21st time closes the socket', async () => {
    const server = await startTestLive();
    const ada = await server.open();
    for (let i = 0; i < 21; i++) ada.socket.send('{');
    expect(await ada.closed).toEqual({ code: 4400, reason: 'invalid' });
    expect(ada.received).toHaveLength(21);
  });

  it('of a megabyte closes the socket, and the server stays up', async () => {
    const server = await startTestLive();
    const ada = await server.open();
    ada.socket.send(JSON.stringify({ text: 'x'.repeat(1024 * 1024) }));
    expect((await ada.closed).code).toBe(1009);
    const again = await server.open();
    again.send({ t: 'hi' });
    expect(await again.next()).toEqual({ t: 'hi' });
  });

  it.each([
    ['that is not masked', Buffer.from([0x81, 0x02, 0x68, 0x69])],
    ['of a reserved kind', Buffer.from([0x83, 0x80, 0, 0, 0, 0])],
    ['of broken UTF-8', Buffer.from([0x81, 0x82, 0, 0, 0, 0, 0xff, 0xff])],
  ])('%s ends that socket only', async (_name, bytes) => {
    const server = await startTestLive();
    const eve = await server.open('eve');
    const ada = await server.open('ada');
    const { hostname, port } = new URL(server.url);
    const raw = connect(Number(port), hostname);
    raw.write(upgradeRequest(server.url));
    await new Promise((resolve) => raw.once('data', resolve));
    raw.write(bytes);
    await new Promise((resolve) => raw.once('close', resolve));
    ada.send({ t: 'hi' });
    expect(await ada.next()).toEqual({ t: 'hi' });
    expect(eve.socket.readyState).toBe(eve.socket.OPEN);
  });
});

function upgradeRequest(url: string): string {
  const lines = ['GET /api/live HTTP/1.1', `Host: ${new URL(url).host}`, `Origin: ${url}`, 'Cookie: me=raw'];
  const key = Buffer.from('sixteen letters!').toString('base64');
  const upgrade = [
    'Connection: Upgrade',
    'Upgrade: websocket',
    'Sec-WebSocket-Version: 13',
    `Sec-WebSocket-Key: ${key}`,
  ];
  return `${[...lines, ...upgrade].join('\r\n')}\r\n\r\n`;
}

describe('a handler that fails', () => {
  it('is answered, logged with ids, and ends nothing', async () => {
    const lines: string[] = [];
    const server = await startTestLive({
      lines,
      frame(connection, frame) {
        if (frame['t'] === 'break') throw new Error('boom');
        if (frame['t'] === 'refuse') throw new Refusal('forbidden', { board: 'b1' });
        connection.send('{"t":"fine"}');
      },
    });
    const ada = await server.open();
    for (const t of ['break', 'refuse', 'other']) ada.send({ t });
    expect(await ada.next()).toMatchObject({ t: 'error', code: 'internal' });
    expect(await ada.next()).toEqual({ t: 'error', code: 'forbidden', board: 'b1' });
    expect(await ada.next()).toEqual({ t: 'fine' });
    const line = lines.find((text) => text.includes('boom'));
    expect(line).toContain('"userId":"ada"');
  });
});

describe('frames of one socket', () => {
  it('are handled in order, one after the other', async () => {
    const server = await startTestLive({
      async frame(connection, frame) {
        await new Promise((resolve) => setTimeout(resolve, Number(frame['wait'])));
        connection.send(JSON.stringify(frame));
      },
    });
    const ada = await server.open();
    const frames = [20, 0, 5, 1].map((wait, n) => ({ n, wait }));
    for (const frame of frames) ada.send(frame);
    for (const frame of frames) expect(await ada.next()).toEqual(frame);
  });

  it('that come too fast are slowed down, none is lost', async () => {
    const server = await startTestLive({ limits: { tokensPerSecond: 200, tokensAtMost: 20 } });
    const ada = await server.open();
    const startedAt = performance.now();
    for (let n = 0; n < 60; n++) ada.send({ n });
    for (let n = 0; n < 60; n++) expect(await ada.next()).toEqual({ n });
    ada.send({ n: 60 });
    expect(await ada.next()).toEqual({ n: 60 });
    expect(performance.now() - startedAt).toBeGreaterThan(100);
  });

  it('waiting behind a revoked session are not carried out', async () => {
    const carriedOut: unknown[] = [];
    const server = await startTestLive({
      async frame(connection, frame) {
        carriedOut.push(frame['n']);
        server.live.closeSession(connection.session.sessionId);
        await new Promise((resolve) => setTimeout(resolve, 20));
      },
    });
    const ada = await server.open();
    for (let n = 0; n < 5; n++) ada.send({ n });
    await ada.closed;
    await new Promise((resolve) => setTimeout(resolve, 50));
    expect(carriedOut).toEqual([0]);
  });
});

describe('a slow reader', () => {
  it('is closed, and others are not held up', async () => {
    const server = await startTestLive({ limits: { outgoingBytes: 1024 * 1024 } });
    const slow = await server.open('slow');
    const ada = await server.open('ada');
    slow.socket.pause();
    const frame = Buffer.from(JSON.stringify({ text: 'x'.repeat(256 * 1024) }));
    for (let i = 0; i < 200 && server.live.connectionCount === 2; i++) {
      broadcast(server.connections, frame);
      await new Promise((resolve) => setImmediate(resolve));
      await ada.next();
    }
    await vi.waitFor(() => expect(server.live.connectionCount).toBe(1), { timeout: 5_000 });
    slow.socket.resume();
    expect([4008, 1006]).toContain((await slow.closed).code);
    ada.send({ t: 'hi' });
    expect(await ada.next()).toEqual({ t: 'hi' });
  });
});

describe('heartbeats', () => {
  it('keep a quiet socket that answers', async () => {
    const server = await startTestLive({ limits: { pingEvery: 20, deadAfter: 60 } });
    const ada = await server.open();
    await new Promise((resolve) => setTimeout(resolve, 200));
    expect(ada.socket.readyState).toBe(ada.socket.OPEN);
  });

  it('cut a socket that no longer answers', async () => {
    const server = await startTestLive({ limits: { pingEvery: 20, deadAfter: 60 } });
    const dead = await openTestSocket(server.url, { headers: { cookie: 'me=dead' }, autoPong: false });
    expect((await dead.closed).code).toBe(1006);
    await vi.waitFor(() => expect(server.live.connectionCount).toBe(0));
  });
});

describe('revocation', () => {
  it('of a session closes its sockets only', async () => {
    const server = await startTestLive();
    const [ada, eve] = [await server.open('ada'), await server.open('eve')];
    server.live.closeSession('s-eve');
    expect(await eve.closed).toEqual({ code: 4401, reason: 'sign-in-required' });
    ada.send({ t: 'hi' });
    expect(await ada.next()).toEqual({ t: 'hi' });
  });

  it('of a person closes all of theirs', async () => {
    const server = await startTestLive();
    const sockets = [await server.open('eve'), await server.open('eve')];
    server.live.closeUser('eve');
    for (const socket of sockets) expect((await socket.closed).code).toBe(4401);
  });

  it('is noticed even when nobody told the channel', async () => {
    let isRevoked = false;
    const readSession: ReadSession = async (headers) => (isRevoked ? null : byCookie(headers));
    const server = await startTestLive({ readSession, limits: { pingEvery: 20, recheckEvery: 20 } });
    const ada = await server.open();
    isRevoked = true;
    expect((await ada.closed).code).toBe(4401);
  });
});

describe('closing the channel', () => {
  it('tells everyone to come back, and lets no one in', async () => {
    const server = await startTestLive();
    const sockets = [await server.open('ada'), await server.open('eve')];
    await server.live.close();
    for (const socket of sockets) expect(await socket.closed).toEqual({ code: 1012, reason: 'restart' });
    await expect(server.open()).rejects.toThrow('503');
    expect(server.connections.size).toBe(0);
  });

  it('does not wait for ever for one that does not answer', async () => {
    const server = await startTestLive({ limits: { closeWithin: 50 } });
    const stuck = await server.open();
    stuck.socket.pause();
    const startedAt = performance.now();
    await server.live.close();
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  });
});
