/**
 * Messages between the servers (nodes) that share one database. Nothing that matters may hang on it alone: a message
 * can be lost, come twice, late, or in another order, and whoever listens must bear that.
 */
export interface Bus {
  /** `alone`: there are no other nodes. `down`: there may be, but they can't be reached for now. */
  readonly state: BusState;
  /** Tells all other nodes, never this one. Never throws and never waits; what can't be sent is dropped and counted. */
  publish(channel: string, message: string): void;
  /** Returns what ends the subscription. */
  subscribe(channel: string, listener: BusListener): () => void;
  close(): Promise<void>;
}

export type BusState = 'alone' | 'up' | 'down';

export interface BusListener {
  /** A message of another node. */
  heard(message: string): void;
  /** Messages may have been missed up to now: the subscription has just begun, or begun anew after a break. */
  missed(): void;
}
