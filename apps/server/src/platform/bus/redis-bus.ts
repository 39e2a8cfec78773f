import type { Redis } from 'ioredis';
import type { Clock } from '../clock/clock.ts';
import type { Log } from '../log/log.ts';
import type { Metrics } from '../metrics/metrics.ts';
import type { Bus, BusListener, BusState } from './bus.ts';
import { createBusMetrics } from './bus-metrics.ts';
import type { BusMetrics } from './bus-metrics.ts';

export interface RedisBusOptions {
  /** For sending, and for listening: a connection that listens can't send. Neither is connected yet. */
  readonly sender: Redis;
  readonly receiver: Redis;
  /** Kept apart from other installations on the same Redis: what all nodes of this one, and only they, have in common. */
  readonly scope: string;
  /** This node's own, without a space. */
  readonly nodeId: string;
  readonly clock: Clock;
  readonly log: Log;
  readonly metrics: Metrics;
}

/** Messages on their way to Redis: past either bound they are dropped, since late ones are worth nothing. */
const UNANSWERED_AT_MOST = 10_000;
const UNANSWERED_BYTES_AT_MOST = 16 * 1024 * 1024;
/** Each node sends itself an echo through Redis: what comes back proves the whole way. */
const ECHO_EVERY_MS = 1_000;
const ECHO_LOST_AFTER_MS = 4_000;
const SUBSCRIBE_AT_ONCE = 500;

/** The bus over a Redis or Valkey server. */
export class RedisBus implements Bus {
  readonly #options: RedisBusOptions;
  readonly #metrics: BusMetrics;
  readonly #listeners = new Map<string, Set<BusListener>>();
  readonly #echoing: NodeJS.Timeout;
  #unanswered = 0;
  #unansweredBytes = 0;
  /** Epoch milliseconds; 0 while nothing came back yet. */
  #echoedAt = 0;
  #connectedAt = 0;
  #wasUp: boolean | null = null;
  #isClosed = false;

  constructor(options: RedisBusOptions) {
    this.#options = options;
    this.#metrics = createBusMetrics(options.metrics, () => this.state);
    const { sender, receiver } = options;
    for (const connection of [sender, receiver]) {
      connection.on('error', (error) => this.#note(error));
      connection.connect().catch(() => {}); // it tries again by itself, and `error` has told why
    }
    receiver.on('ready', () => void this.#subscribeAll());
    receiver.on('message', (name: string, text: string) => this.#hear(name, text));
    this.#echoing = setInterval(() => this.#echo(), ECHO_EVERY_MS);
    this.#echoing.unref();
  }

  get state(): BusState {
    const { sender, receiver, clock } = this.#options;
    if (sender.status !== 'ready' || receiver.status !== 'ready') return 'down';
    return clock.now() - this.#echoedAt < ECHO_LOST_AFTER_MS ? 'up' : 'down';
  }

  publish(channel: string, message: string): void {
    if (!this.#send(channel, message)) this.#metrics.dropped.inc();
  }

  subscribe(channel: string, listener: BusListener): () => void {
    const listeners = this.#listeners.get(channel) ?? new Set<BusListener>();
    this.#listeners.set(channel, listeners.add(listener));
    if (this.#options.receiver.status === 'ready') void this.#subscribe([channel]);
    return () => this.#unsubscribe(channel, listener);
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    clearInterval(this.#echoing);
    this.#listeners.clear();
    const { sender, receiver } = this.#options;
    // What was published just now still leaves; a Redis that doesn't answer isn't waited for.
    if (sender.status === 'ready') await sender.quit().catch(() => {});
    sender.disconnect();
    receiver.disconnect();
  }

  #send(channel: string, message: string): boolean {
    const { sender, nodeId } = this.#options;
    const isFull = this.#unanswered >= UNANSWERED_AT_MOST || this.#unansweredBytes >= UNANSWERED_BYTES_AT_MOST;
    if (this.#isClosed || isFull || sender.status !== 'ready') return false;
    this.#unanswered += 1;
    this.#unansweredBytes += message.length;
    const answered = (): void => {
      this.#unanswered -= 1;
      this.#unansweredBytes -= message.length;
    };
    sender.publish(this.#nameOf(channel), `${nodeId} ${message}`).then(
      () => {
        answered();
        this.#metrics.sent.inc();
      },
      () => {
        answered();
        this.#metrics.dropped.inc();
      },
    );
    return true;
  }

  #hear(name: string, text: string): void {
    const space = text.indexOf(' ');
    const message = text.slice(space + 1);
    if (text.slice(0, space) === this.#options.nodeId) {
      if (name === this.#nameOf(this.#echoChannel)) this.#echoed();
      return;
    }
    this.#metrics.heard.inc();
    for (const listener of this.#listeners.get(name.slice(this.#nameOf('').length)) ?? []) {
      this.#safely(() => listener.heard(message));
    }
  }

  async #subscribeAll(): Promise<void> {
    this.#connectedAt = this.#options.clock.now();
    const channels = [this.#echoChannel, ...this.#listeners.keys()];
    for (let from = 0; from < channels.length; from += SUBSCRIBE_AT_ONCE) {
      await this.#subscribe(channels.slice(from, from + SUBSCRIBE_AT_ONCE));
    }
    this.#echo();
  }

  /** Whoever listens hears only what comes from now on, and so is told to look for itself. */
  async #subscribe(channels: readonly string[]): Promise<void> {
    try {
      await this.#options.receiver.subscribe(...channels.map((channel) => this.#nameOf(channel)));
    } catch (error) {
      this.#note(error); // the connection broke: all are subscribed anew when it is back
      return;
    }
    for (const channel of channels) {
      const listeners = this.#listeners.get(channel);
      for (const listener of listeners ?? []) this.#safely(() => listener.missed());
      if (listeners === undefined && channel !== this.#echoChannel) this.#leave(channel);
    }
  }

  #unsubscribe(channel: string, listener: BusListener): void {
    const listeners = this.#listeners.get(channel);
    if (listeners?.delete(listener) !== true || listeners.size > 0) return;
    this.#listeners.delete(channel);
    this.#leave(channel);
  }

  #leave(channel: string): void {
    const { receiver } = this.#options;
    if (receiver.status !== 'ready' || this.#isClosed) return;
    receiver.unsubscribe(this.#nameOf(channel)).catch(() => {}); // a broken connection listens to nothing any more
  }

  #echo(): void {
    this.#send(this.#echoChannel, String(this.#options.clock.now()));
    const { sender, receiver, clock } = this.#options;
    const heardAt = Math.max(this.#echoedAt, this.#connectedAt);
    const isSilent = receiver.status === 'ready' && clock.now() - heardAt > ECHO_LOST_AFTER_MS;
    if (isSilent && this.#connectedAt > 0) {
      // Connected, but nothing comes through: a server that hangs, or a network that swallows everything.
      this.#connectedAt = clock.now();
      for (const connection of [sender, receiver]) connection.disconnect(true);
    }
    this.#tellState();
  }

  #echoed(): void {
    this.#echoedAt = this.#options.clock.now();
    this.#tellState();
  }

  /** One line of log for each change, not for each attempt. */
  #tellState(): void {
    const isUp = this.state === 'up';
    if (isUp === this.#wasUp || (this.#wasUp === null && !isUp)) return;
    this.#wasUp = isUp;
    if (isUp) this.#options.log.info('the bus between servers is up');
    else this.#options.log.warn('the bus between servers is down: changes made on other servers show seconds later');
  }

  #note(error: unknown): void {
    if (this.#isClosed) return;
    const level = this.#wasUp === null ? 'warn' : 'debug';
    this.#options.log[level]({ err: error }, 'the bus between servers cannot be reached; it is tried again');
    this.#wasUp ??= false;
    this.#tellState();
  }

  /** One listener's mistake must not keep the others from hearing. */
  #safely(work: () => void): void {
    try {
      work();
    } catch (error) {
      this.#options.log.error({ err: error }, 'a listener of the bus failed');
    }
  }

  get #echoChannel(): string {
    return `echo:${this.#options.nodeId}`;
  }

  #nameOf(channel: string): string {
    return `${this.#options.scope}:${channel}`;
  }
}
