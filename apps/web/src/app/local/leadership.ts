/** Waits its turn to be the one tab of this browser that leads under a name. Returns what ends waiting and leading. */
export type Lead = (name: string, onLead: () => void) => () => void;

/** By Web Locks: the next tab is told the moment this one is closed or crashes. Without them every tab leads. */
export const lead: Lead = (name, onLead) => {
  const ending = new AbortController();
  let release = (): void => {};
  const held = new Promise<void>((resolve) => {
    release = resolve;
  });
  const takeTurn = (): Promise<void> => {
    if (ending.signal.aborted) return Promise.resolve();
    onLead();
    return held;
  };
  wait(name, ending.signal, takeTurn).catch(() => {
    // Locks are switched off here (or the waiting was ended): each tab speaks for itself, which is safe.
    if (!ending.signal.aborted) onLead();
  });
  return () => {
    ending.abort();
    release();
  };
};

async function wait(name: string, signal: AbortSignal, takeTurn: () => Promise<void>): Promise<void> {
  // There is none without TLS, other than on localhost.
  const locks: LockManager | null | undefined = navigator.locks;
  if (locks) await locks.request(name, { signal }, takeTurn);
  else await takeTurn();
}
