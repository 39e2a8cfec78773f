import { onTestFinished } from 'vitest';
import { WebSocket } from 'ws';
import type { ClientOptions } from 'ws';

/** A socket client that keeps what it heard, so that a test can wait for it. */
export interface TestSocket {
  readonly socket: WebSocket;
  readonly received: unknown[];
  /** The next frame not yet taken, parsed. */
  next(): Promise<unknown>;
  send(frame: unknown): void;
  /** Close code and reason, once closed. */
  readonly closed: Promise<{ readonly code: number; readonly reason: string }>;
}

/** Opens /api/live of a server at `http://…`; resolves when open. Ended with the test. */
export async function openTestSocket(url: string, options: ClientOptions = {}): Promise<TestSocket> {
  const socket = new WebSocket(`${url.replace(/^http/, 'ws')}/api/live`, { perMessageDeflate: false, ...options });
  onTestFinished(() => socket.terminate());
  const received: unknown[] = [];
  let taken = 0;
  socket.on('message', (data: Buffer) => received.push(JSON.parse(data.toString('utf8'))));
  const closed = new Promise<{ code: number; reason: string }>((resolve) => {
    socket.once('close', (code, reason) => resolve({ code, reason: reason.toString('utf8') }));
  });
  await new Promise<void>((resolve, reject) => {
    socket.once('open', resolve);
    socket.once('error', reject);
  });
  socket.on('error', () => {}); // a cut socket is what some tests are about
  return {
    socket,
    received,
    closed,
    send: (frame) => socket.send(JSON.stringify(frame)),
    async next() {
      while (received.length <= taken) await new Promise((resolve) => socket.once('message', resolve));
      return received[taken++];
    },
  };
}
