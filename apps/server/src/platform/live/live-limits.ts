/** Bounds of the live channel; tests give smaller ones. Times in milliseconds, sizes in bytes. */
export interface LiveLimits {
  /** A larger frame closes the socket with 1009. */
  readonly frameBytes: number;
  /** What may wait to be read by a client before it is closed as a slow reader. */
  readonly outgoingBytes: number;
  /** What may wait to be handled before reading from the client pauses. */
  readonly incomingBytes: number;
  readonly invalidFrames: number;
  readonly connectionsPerAddress: number;
  /** Tokens a connection gets in a second; a frame costs one, and one more for each 4 KB. Then reading pauses. */
  readonly tokensPerSecond: number;
  readonly tokensAtMost: number;
  readonly pingEvery: number;
  readonly deadAfter: number;
  /** How often it is asked again whether the session still holds. */
  readonly recheckEvery: number;
  /** How long a closed client may take to agree before its socket is cut. */
  readonly closeWithin: number;
}

export const LIVE_LIMITS: LiveLimits = {
  frameBytes: 512 * 1024,
  outgoingBytes: 1024 * 1024,
  incomingBytes: 2 * 1024 * 1024,
  invalidFrames: 20,
  connectionsPerAddress: 1_000,
  tokensPerSecond: 2_000,
  tokensAtMost: 4_000,
  // Often enough to tell within ten seconds that somebody is no longer there.
  pingEvery: 4_000,
  deadAfter: 30_000,
  recheckEvery: 60_000,
  closeWithin: 3_000,
};
