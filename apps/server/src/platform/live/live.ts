import type { Session } from '../session/session.ts';

/** One open socket of a signed-in person. */
export interface LiveConnection {
  readonly id: string;
  readonly session: Session;
  /** Bytes written but not yet taken by the network; past 1 MB the connection is closed as a slow reader. */
  readonly bufferedBytes: number;
  /** When anything came from the other side last, a silent answer to a ping included; epoch milliseconds. */
  readonly heardAt: number;
  /** Sends one text frame. A Buffer must hold UTF-8 and must not change afterwards. Does nothing once closed. */
  send(frame: string | Buffer): void;
  /** @param code one of CLOSE_CODES */
  close(code: number, reason: string): void;
}

/** A JSON object as it came from the other side; nothing in it is checked. */
export type LiveFrame = Readonly<Record<string, unknown>>;

export interface LiveHandler {
  opened(connection: LiveConnection): void;
  /**
   * Frames of one connection come in order, each after the promise of the one before has settled. What it throws is
   * answered with an error frame: a Refusal with its code, anything else as `internal` and logged.
   */
  frame(connection: LiveConnection, frame: LiveFrame): Promise<void> | void;
  closed(connection: LiveConnection): void;
}

/** The WebSocket channel at /api/live. */
export interface Live {
  /** Sets who gets the frames; once, before listening. */
  handle(handler: LiveHandler): void;
  /** Ends the sockets of a session that was signed out or revoked. */
  closeSession(sessionId: string): void;
  closeUser(userId: string): void;
  readonly connectionCount: number;
  /** Refuses new sockets, tells all to come back (1012), and waits until they are gone. */
  close(): Promise<void>;
}

/** What a client finds as the reason of a closed socket. */
export const CLOSE_CODES = {
  /** Come back at once: the server starts again. */
  restart: 1012,
  /** More than 20 unreadable frames. */
  invalid: 4400,
  /** Sign in, then come back. */
  signInRequired: 4401,
  /** Come back and catch up: too much was waiting to be read. */
  slowReader: 4008,
  /** Too many sockets from one address; wait before coming back. */
  tooManyConnections: 4429,
} as const;
