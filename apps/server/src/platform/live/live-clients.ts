import type { WebSocket } from 'ws';
import type { LiveConnection } from './live.ts';
import type { SocketConnection } from './socket-connection.ts';

/** An open socket with what its upkeep needs. */
export interface LiveClient {
  readonly connection: SocketConnection;
  readonly socket: WebSocket;
  readonly address: string;
  /** The cookie that opened it, for asking again whether it still holds. */
  readonly cookie: string | undefined;
  /** Epoch milliseconds. */
  checkedAt: number;
}

/** All open sockets, countable by address. */
export class LiveClients {
  readonly #clients = new Map<string, LiveClient>();
  readonly #perAddress = new Map<string, number>();

  get count(): number {
    return this.#clients.size;
  }

  all(): IterableIterator<LiveClient> {
    return this.#clients.values();
  }

  countOf(address: string): number {
    return this.#perAddress.get(address) ?? 0;
  }

  add(client: LiveClient): void {
    this.#clients.set(client.connection.id, client);
    this.#perAddress.set(client.address, this.countOf(client.address) + 1);
  }

  remove(client: LiveClient): void {
    if (!this.#clients.delete(client.connection.id)) return;
    const left = this.countOf(client.address) - 1;
    if (left > 0) this.#perAddress.set(client.address, left);
    else this.#perAddress.delete(client.address);
  }

  where(matches: (connection: LiveConnection) => boolean): readonly SocketConnection[] {
    return [...this.#clients.values()].map((client) => client.connection).filter(matches);
  }
}
