import type { ServerFrame } from '@talka/domain/wire';
import { describe, expect, it, onTestFinished, vi } from 'vitest';
import { stubSockets, type TestNetwork } from '../testing/test-socket.ts';
import { createLiveSocket, type LiveSocket } from './live-socket.ts';

const REVOKED: ServerFrame = { t: 'revoked', board: 'one' };

interface Wired {
  readonly socket: LiveSocket;
  readonly network: TestNetwork;
  readonly heard: string[];
  signedOut: number;
  follow(board: string): () => void;
}

/** A page's socket, following no board yet; chance is at its most. */
function aSocket(): Wired {
  vi.useFakeTimers();
  const network = stubSockets();
  const heard: string[] = [];
  const socket = createLiveSocket({
    url: 'ws://talka.test/api/live',
    onSignInRequired: () => {
      wired.signedOut += 1;
    },
    chance: () => 1,
  });
  const ends: (() => void)[] = [];
  const wired: Wired = {
    socket,
    network,
    heard,
    signedOut: 0,
    follow(board) {
      const end = socket.follow(board, {
        onOpen: () => heard.push(`${board} opens`),
        onFrame: ({ t }) => heard.push(`${board} hears ${t}`),
      });
      ends.push(end);
      return end;
    },
  };
  onTestFinished(() => {
    for (const end of ends) end();
    vi.useRealTimers();
    vi.unstubAllGlobals();
  });
  return wired;
}

describe('the one socket of a page', () => {
  it('opens when a board is followed, not before', () => {
    const { socket, network, heard, follow } = aSocket();
    expect(network.sockets).toHaveLength(0);
    expect(socket.state.get()).toBe('waiting');
    follow('one');
    expect(network.latest.url).toBe('ws://talka.test/api/live');
    expect(socket.state.get()).toBe('connecting');
    network.latest.open();
    expect(socket.state.get()).toBe('open');
    expect(heard).toEqual(['one opens']);
  });

  it('is shared by boards, each hearing only its own frames', () => {
    const { network, heard, follow } = aSocket();
    follow('one');
    network.latest.open();
    follow('two');
    network.latest.deliver(REVOKED);
    network.latest.deliver({ t: 'revoked', board: 'two' });
    network.latest.deliver({ t: 'revoked', board: 'three' });
    network.latest.deliver({ t: 'error', code: 'invalid' });
    expect(network.sockets).toHaveLength(1);
    expect(heard).toEqual(['one opens', 'two opens', 'one hears revoked', 'two hears revoked']);
  });

  it('says bye to a board that is left, and closes after the last', () => {
    const { socket, network, follow } = aSocket();
    const leaveOne = follow('one');
    const leaveTwo = follow('two');
    network.latest.open();
    leaveOne();
    expect(network.latest.sent).toEqual([{ t: 'bye', board: 'one' }]);
    expect(socket.state.get()).toBe('open');
    leaveTwo();
    expect(socket.state.get()).toBe('waiting');
    expect(network.latest.readyState).toBe(WebSocket.CLOSED);
    vi.advanceTimersByTime(60_000);
    expect(network.sockets).toHaveLength(1);
  });

  it('keeps following a board that was opened anew before the old screen left', () => {
    const { network, heard, follow } = aSocket();
    const leaveOld = follow('one');
    follow('one');
    leaveOld();
    network.latest.open();
    network.latest.deliver(REVOKED);
    expect(heard).toEqual(['one opens', 'one hears revoked']);
  });

  it('keeps nothing for later: what isn’t sent is told', () => {
    const { socket, network, follow } = aSocket();
    expect(socket.send({ t: 'bye', board: 'one' })).toBe(false);
    follow('one');
    expect(socket.send({ t: 'bye', board: 'one' })).toBe(false);
    network.latest.open();
    expect(socket.send({ t: 'bye', board: 'one' })).toBe(true);
    expect(network.latest.sent).toHaveLength(1);
  });
});

describe('a socket that breaks', () => {
  it('is opened again after a quarter of a second, and who follows says hello anew', () => {
    const { socket, network, heard, follow } = aSocket();
    follow('one');
    network.latest.open();
    network.latest.drop();
    expect(socket.state.get()).toBe('waiting');
    vi.advanceTimersByTime(249);
    expect(network.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(2);
    network.latest.open();
    expect(heard).toEqual(['one opens', 'one opens']);
  });

  it('waits longer with each failure, and shortly again once the server has spoken', () => {
    const { network, follow } = aSocket();
    follow('one');
    const waits = [250, 500, 1_000, 2_000];
    for (const wait of waits) {
      network.latest.drop();
      const before = network.sockets.length;
      vi.advanceTimersByTime(wait - 1);
      expect(network.sockets).toHaveLength(before);
      vi.advanceTimersByTime(1);
      expect(network.sockets).toHaveLength(before + 1);
    }
    network.latest.open();
    network.latest.deliver(REVOKED);
    network.latest.drop();
    vi.advanceTimersByTime(250);
    expect(network.sockets).toHaveLength(waits.length + 2);
  });

  it('doesn’t count being let in as success: a server that hangs up at once isn’t hammered', () => {
    const { network, follow } = aSocket();
    follow('one');
    for (let time = 0; time < 5; time += 1) {
      network.latest.open();
      network.latest.drop();
      vi.advanceTimersByTime(15_000);
    }
    network.latest.open();
    network.latest.drop();
    const before = network.sockets.length;
    vi.advanceTimersByTime(4_000);
    expect(network.sockets).toHaveLength(before);
  });

  it('waits long when the server says that there are too many', () => {
    const { network, follow } = aSocket();
    follow('one');
    network.latest.open();
    network.latest.drop(4429);
    vi.advanceTimersByTime(3_999);
    expect(network.sockets).toHaveLength(1);
    vi.advanceTimersByTime(1);
    expect(network.sockets).toHaveLength(2);
  });

  it('asks who we are, and doesn’t try again, when the server doesn’t know us any more', () => {
    const wired = aSocket();
    wired.follow('one');
    wired.network.latest.open();
    wired.network.latest.drop(4401);
    expect(wired.signedOut).toBe(1);
    expect(wired.socket.state.get()).toBe('waiting');
    vi.advanceTimersByTime(60_000);
    expect(wired.network.sockets).toHaveLength(1);
  });

  it('is opened at once when the network comes back', () => {
    const { network, follow } = aSocket();
    follow('one');
    network.latest.drop();
    dispatchEvent(new Event('online'));
    expect(network.sockets).toHaveLength(2);
    vi.advanceTimersByTime(60_000);
    expect(network.sockets).toHaveLength(2);
  });

  it('is opened at once when the person comes back to the page', () => {
    const { network, follow } = aSocket();
    follow('one');
    network.latest.drop();
    document.dispatchEvent(new Event('visibilitychange'));
    expect(network.sockets).toHaveLength(2);
  });

  it('isn’t opened by anything while no board is followed', () => {
    const { network } = aSocket();
    dispatchEvent(new Event('online'));
    document.dispatchEvent(new Event('visibilitychange'));
    vi.advanceTimersByTime(60_000);
    expect(network.sockets).toHaveLength(0);
  });

  it('is given up when the network goes away, and opened anew', () => {
    const { socket, network, follow } = aSocket();
    follow('one');
    network.latest.open();
    dispatchEvent(new Event('offline'));
    expect(socket.state.get()).toBe('waiting');
    expect(network.sockets[0]?.readyState).toBe(WebSocket.CLOSED);
    vi.advanceTimersByTime(250);
    expect(network.sockets).toHaveLength(2);
  });

  it('that was given up is heard no more', () => {
    const { socket, network, heard, follow } = aSocket();
    follow('one');
    const old = network.latest;
    old.open();
    socket.renew();
    vi.advanceTimersByTime(250);
    old.deliver(REVOKED);
    old.drop(4401);
    expect(heard).toEqual(['one opens']);
    expect(socket.state.get()).toBe('connecting');
  });
});
