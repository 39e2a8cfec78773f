import type { Spread } from '../statistics.ts';

/** What the load process is asked to do, and what it answers. */
export type Job = WriteJob | FanOutJob;

interface Aim {
  readonly url: string;
  readonly cookie: string;
  readonly boardId: string;
  /** Seed of the repeatable chance. */
  readonly seed: number;
}

/** Each writer sends its next command when its last one is acknowledged. */
export interface WriteJob extends Aim {
  readonly kind: 'write';
  readonly command: WriteKind;
  readonly writers: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export type WriteKind = 'move' | 'create' | 'rename';

export interface WriteFigures extends Spread {
  readonly perSecond: number;
  readonly refused: number;
}

/** Some of the sockets write at a fixed rate, whatever comes back; all of them listen. */
export interface FanOutJob extends Aim {
  readonly kind: 'fan-out';
  readonly sockets: number;
  readonly perSecond: number;
  readonly warmUpMs: number;
  readonly measureMs: number;
}

export interface FanOutFigures extends Spread {
  readonly sent: number;
  /** Frames that should have reached a socket and didn't. */
  readonly lost: number;
  /** Processor time of the server while measured, of one core. */
  readonly serverCore: number;
}

export interface Answers {
  readonly write: WriteFigures;
  readonly 'fan-out': FanOutFigures;
}

export type JobOutcome =
  | { readonly ok: true; readonly figures: Answers[Job['kind']] }
  | { readonly ok: false; readonly problem: string };
