import type { ClientFrame, ServerFrame } from '@talka/domain/wire';
import { vi } from 'vitest';

/** The browser's WebSocket as a page sees it; a test holds its other end. */
export class TestSocket extends EventTarget {
  readonly url: string;
  readyState: number = WebSocket.CONNECTING;
  /** What the page has sent, oldest first. */
  readonly sent: ClientFrame[] = [];
  onSent: (frame: ClientFrame) => void = () => undefined;

  constructor(url: string) {
    super();
    this.url = url;
  }

  send(text: string): void {
    const frame = JSON.parse(text) as ClientFrame;
    this.sent.push(frame);
    this.onSent(frame);
  }

  close(): void {
    this.readyState = WebSocket.CLOSED;
  }

  open(): void {
    this.readyState = WebSocket.OPEN;
    this.dispatchEvent(new Event('open'));
  }

  deliver(frame: ServerFrame): void {
    this.dispatchEvent(new MessageEvent('message', { data: JSON.stringify(frame) }));
  }

  /** The network breaks, or the server hangs up. */
  drop(code = 1006): void {
    this.readyState = WebSocket.CLOSED;
    this.dispatchEvent(Object.assign(new Event('close'), { code }));
  }
}

export interface TestNetwork {
  /** Every socket the page has opened, oldest first. */
  readonly sockets: readonly TestSocket[];
  readonly latest: TestSocket;
  onSocket: (socket: TestSocket) => void;
}

/** Puts a network that the test holds in place of the browser's; `vi.unstubAllGlobals` ends it. */
export function stubSockets(): TestNetwork {
  const sockets: TestSocket[] = [];
  const network: TestNetwork = {
    sockets,
    get latest() {
      const latest = sockets.at(-1);
      if (latest === undefined) throw new Error('no socket was opened');
      return latest;
    },
    onSocket: () => undefined,
  };
  class StubbedSocket extends TestSocket {
    static readonly CONNECTING = 0;
    static readonly OPEN = 1;
    static readonly CLOSED = 3;

    constructor(url: string) {
      super(url);
      sockets.push(this);
      network.onSocket(this);
    }
  }
  vi.stubGlobal('WebSocket', StubbedSocket);
  return network;
}
