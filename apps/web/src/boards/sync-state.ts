/** How this browser's changes stand with the server. */
export interface SyncState {
  readonly is: 'live' | 'saving' | 'offline';
  /** Changes the server hasn't answered yet. */
  readonly waiting: number;
}

/** @param waiting how many changes the server hasn't answered yet */
export function syncStateOf(isLive: boolean, waiting: number): SyncState {
  if (!isLive) return { is: 'offline', waiting };
  return { is: waiting > 0 ? 'saving' : 'live', waiting };
}

export function isSameSync(one: SyncState, other: SyncState): boolean {
  return one.is === other.is && one.waiting === other.waiting;
}
