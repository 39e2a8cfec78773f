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
  const locks: LockManager | undefined = navigator.locks;
  const waiting = locks === undefined ? takeTurn() : locks.request(name, { signal: ending.signal }, takeTurn);
  waiting.catch(() => {
    // Locks are switched off here (or the waiting was ended): each tab speaks for itself, which is safe.
    if (!ending.signal.aborted) onLead();
  });
  return () => {
    ending.abort();
    release();
  };
};
