import { useSyncExternalStore } from 'react';

const STEP_MS = 30_000;

/** The current instant in epoch milliseconds, moving on by half minutes, so that "2 minutes ago" stays true. */
export function useNow(): number {
  return useSyncExternalStore(subscribe, read);
}

function subscribe(tell: () => void): () => void {
  const timer = setInterval(tell, STEP_MS);
  return () => clearInterval(timer);
}

function read(): number {
  return Math.ceil(Date.now() / STEP_MS) * STEP_MS;
}
