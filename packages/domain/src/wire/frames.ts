import type { Role } from '../boards/index.ts';
import type { Guard, Patch, RefusalInfo, Row } from '../kernel/index.ts';
import type { CommandName } from './commands.ts';

/**
 * Frames of the live channel: JSON, one object each, told apart by `t`. Short names, since the same frame goes to
 * everybody on a board: i = counter of a client's commands from 1, s = sequence number of the board, c = client id,
 * u = user id, n = command name, a = its arguments, p = patches.
 */
export type ClientFrame = HelloFrame | CommandFrame | ByeFrame | PresenceFrame;

/** Joins a board, or catches up with it after a break. */
export interface HelloFrame {
  readonly t: 'hello';
  readonly board: string;
  readonly cid: string;
  /** The last sequence number this client has; everything after it is sent. */
  readonly since: number;
  readonly schema: number;
}

export interface CommandFrame {
  readonly t: 'm';
  readonly board: string;
  readonly i: number;
  readonly n: CommandName;
  readonly a: unknown;
  /** Guards: what must still hold for it to run. */
  readonly g?: readonly Guard[] | undefined;
}

/** Stops listening to a board. */
export interface ByeFrame {
  readonly t: 'bye';
  readonly board: string;
}

/**
 * Says where this page's person is on a board it joined. Volatile: never stored, and gone with the connection, so it is
 * sent again after each hello. Only pages that say it are shown to others, and hear of others.
 */
export interface PresenceFrame {
  readonly t: 'pres';
  readonly board: string;
  /** The task they look at or edit; null for the board as a whole. */
  readonly at: string | null;
  readonly doing: Doing;
}

export type Doing = 'looking' | 'editing';

export type ServerFrame =
  | DeltaFrame
  | ReloadFrame
  | PatchFrame
  | RefusedFrame
  | RevokedFrame
  | PeopleFrame
  | ErrorFrame;

/** What changed since `from`, and how far this client's own commands got. */
export interface DeltaFrame {
  readonly t: 'delta';
  readonly board: string;
  /** The client whose hello it answers, and whose commands `ack` and `refused` tell of. */
  readonly c?: string;
  readonly from: number;
  readonly seq: number;
  /** The last counter of this client that was decided. */
  readonly ack: number;
  /** Those of this client's commands that were refused, for a client that never heard it. */
  readonly refused: readonly Refused[];
  readonly role: Role;
  readonly rows: Readonly<Record<string, readonly Row[]>>;
  /** Keys of rows that are no more. */
  readonly gone: readonly string[];
}

/** The client must take a new snapshot: it is too far behind, or of another schema. */
export interface ReloadFrame {
  readonly t: 'reload';
  readonly board: string;
  readonly why: 'behind' | 'schema';
}

/** Commands that were committed, in order; `c` and `i` are the sender's acknowledgement. */
export interface PatchFrame {
  readonly t: 'p';
  readonly board: string;
  readonly b: readonly Committed[];
}

export interface Committed {
  readonly s: number;
  readonly c: string;
  readonly i: number;
  readonly u: string;
  readonly p: readonly Patch[];
}

export interface Refused {
  readonly i: number;
  readonly code: string;
  readonly info?: RefusalInfo;
}

/** A command that was refused: decided, never to be sent again. */
export interface RefusedFrame extends Refused {
  readonly t: 'x';
  readonly board: string;
  readonly c: string;
}

/** One open page of somebody who is on a board; a person with two pages is there twice. */
export interface PresentPage {
  readonly u: string;
  readonly cid: string;
  readonly at: string | null;
  readonly doing: Doing;
}

/** Who is on a board now, the receiver included: first all of them, then what changed, at most every 100 ms. */
export interface PeopleFrame {
  readonly t: 'pres';
  readonly board: string;
  /** True: `people` are all there are. False: those who came or changed, and `gone` those who left. */
  readonly whole: boolean;
  readonly people: readonly PresentPage[];
  /** Client ids of pages that left. */
  readonly gone: readonly string[];
}

/** This person may no longer see the board. Also the answer for a board that never was. */
export interface RevokedFrame {
  readonly t: 'revoked';
  readonly board: string;
}

/** A frame that could not be read or taken; the command in it, if any, is undecided and may be sent again. */
export interface ErrorFrame {
  readonly t: 'error';
  readonly code: string;
  readonly board?: string;
}
