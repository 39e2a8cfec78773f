import type { LiveConnection } from './live.ts';

/** Sends one encoded frame to many; each socket shares the same bytes. */
export function broadcast(connections: Iterable<LiveConnection>, frame: Buffer): void {
  for (const connection of connections) connection.send(frame);
}
