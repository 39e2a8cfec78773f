import type { WebSocket } from 'ws';
import type { Clock } from '../clock/clock.ts';
import type { LiveLimits } from './live-limits.ts';
import { TokenBucket } from './token-bucket.ts';

const BYTES_PER_TOKEN = 4096;

/**
 * Hands on the texts of one socket in order, one after the other, and stops reading from the socket while too much
 * waits or it came too fast. Nothing is dropped: the sender's network holds the rest.
 */
export class IncomingFrames {
  readonly #socket: WebSocket;
  readonly #limits: LiveLimits;
  readonly #handle: (text: string) => Promise<void>;
  readonly #bucket: TokenBucket;
  readonly #waiting: string[] = [];
  #waitingBytes = 0;
  #isBusy = false;
  #throttle: NodeJS.Timeout | null = null;

  constructor(socket: WebSocket, options: IncomingOptions) {
    this.#socket = socket;
    this.#limits = options.limits;
    this.#handle = options.handle;
    this.#bucket = new TokenBucket(options.clock, options.limits.tokensPerSecond, options.limits.tokensAtMost);
  }

  add(text: string): void {
    this.#waiting.push(text);
    this.#waitingBytes += text.length;
    const wait = this.#bucket.take(1 + text.length / BYTES_PER_TOKEN);
    if (wait > 0) this.#pauseFor(wait);
    this.#pauseOrResume();
    if (!this.#isBusy) void this.#work();
  }

  /** Forgets what waits, because the socket is gone. */
  stop(): void {
    if (this.#throttle) clearTimeout(this.#throttle);
    this.#throttle = null;
    this.#waiting.length = 0;
    this.#waitingBytes = 0;
  }

  async #work(): Promise<void> {
    this.#isBusy = true;
    for (let text = this.#waiting.shift(); text !== undefined; text = this.#waiting.shift()) {
      this.#waitingBytes -= text.length;
      // What waits behind a close (a revoked session, a restart) is not carried out any more.
      if (this.#socket.readyState === this.#socket.OPEN) await this.#handle(text);
      this.#pauseOrResume();
    }
    this.#isBusy = false;
  }

  #pauseFor(milliseconds: number): void {
    if (this.#throttle) clearTimeout(this.#throttle);
    this.#throttle = setTimeout(() => {
      this.#throttle = null;
      this.#pauseOrResume();
    }, milliseconds);
  }

  #pauseOrResume(): void {
    if (this.#throttle || this.#waitingBytes > this.#limits.incomingBytes) this.#socket.pause();
    else if (this.#socket.isPaused) this.#socket.resume();
  }
}

export interface IncomingOptions {
  readonly clock: Clock;
  readonly limits: LiveLimits;
  /** Must not throw. */
  readonly handle: (text: string) => Promise<void>;
}
