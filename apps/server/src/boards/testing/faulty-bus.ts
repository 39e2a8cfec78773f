import type { Bus, BusListener } from '../../platform/bus/index.ts';

/** What befalls a message: how often it is heard, and how late; `null` loses it. */
export type Fate = () => readonly number[];

/** A bus between servers of one test whose messages are lost, doubled and late as told. */
export class FaultyBus {
  state: Bus['state'] = 'up';
  readonly #fate: Fate;
  readonly #nodes: Map<string, Set<BusListener>>[] = [];

  constructor(fate: Fate = () => [0]) {
    this.#fate = fate;
  }

  join(): Bus {
    const channels = new Map<string, Set<BusListener>>();
    this.#nodes.push(channels);
    const stateNow = (): Bus['state'] => this.state;
    return {
      get state() {
        return stateNow();
      },
      publish: (channel, message) => this.#carry(channels, channel, message),
      subscribe(channel, listener) {
        const listeners = channels.get(channel) ?? new Set();
        channels.set(channel, listeners.add(listener));
        setImmediate(() => listeners.has(listener) && listener.missed());
        return () => void listeners.delete(listener);
      },
      close: async () => {},
    };
  }

  #carry(from: Map<string, Set<BusListener>>, channel: string, message: string): void {
    if (this.state !== 'up') return;
    for (const node of this.#nodes) {
      if (node === from) continue;
      const hear = (): void => node.get(channel)?.forEach((listener) => listener.heard(message));
      for (const delay of this.#fate()) setTimeout(hear, delay);
    }
  }
}
