import type { Bus, BusListener } from './bus.ts';

/** The bus of a server that is alone on its database: nobody listens, nothing is missed. */
export function createLoneBus(): Bus {
  return { state: 'alone', publish() {}, subscribe: () => () => {}, close: async () => {} };
}

type Members = Map<object, Map<string, Set<BusListener>>>;

/** Joins nodes that live in one process; each `join` is a node. */
export function createInProcessBus(): { join(): Bus } {
  const members: Members = new Map();
  return { join: () => joinMembers(members) };
}

function joinMembers(members: Members): Bus {
  const me = {};
  const channels = new Map<string, Set<BusListener>>();
  members.set(me, channels);
  return {
    state: 'up',
    publish(channel, message) {
      setImmediate(() => {
        for (const [member, theirs] of members) {
          if (member === me) continue;
          for (const listener of theirs.get(channel) ?? []) listener.heard(message);
        }
      });
    },
    subscribe(channel, listener) {
      const listeners = channels.get(channel) ?? new Set();
      channels.set(channel, listeners.add(listener));
      setImmediate(() => listeners.has(listener) && listener.missed());
      return () => void listeners.delete(listener);
    },
    async close() {
      members.delete(me);
    },
  };
}
