import type { Store } from '../store.ts';
import type { Chunk } from './chunks.ts';

/** What a copy is a copy of. */
export interface CopyMark {
  readonly schema: number;
  readonly seq: number;
  readonly role: string;
}

/** A copy of a space (a board, say) as it was last written. */
export interface KeptCopy extends CopyMark {
  /** Changes with every write, so that two writers notice each other. */
  readonly version: string;
  readonly chunks: readonly Chunk[];
}

/** A command that was made here and that the server hasn't decided, as far as this device knows. */
export interface Unsent {
  readonly c: string;
  readonly i: number;
  readonly n: string;
  readonly a: unknown;
  /** What must hold for it to run, if anything. */
  readonly g?: unknown;
  /** Epoch milliseconds of this device. */
  readonly at: number;
}

/** A command that will never be carried out, and why. */
export interface LostEdit extends Unsent {
  readonly code: string;
  readonly info: Readonly<Record<string, string | number | boolean>>;
}

/** The commands of one client up to a counter. */
export interface Decided {
  readonly c: string;
  readonly upTo: number;
}

export interface CopyWrite extends CopyMark {
  readonly version: string;
  /** The version these chunks are a change of; null replaces the whole copy. */
  readonly follows: string | null;
  readonly chunks: readonly Chunk[];
  /** What the copy now contains, so that it needn't be sent. */
  readonly decided: readonly Decided[];
}

/**
 * What this browser keeps of one person between visits, by space. Nothing here throws: where the browser can't keep
 * anything (private windows, a full disk), `health` says so, reading finds nothing, and the app goes on from the
 * network alone.
 */
export interface Local {
  /** 'unkept' once something that was to be kept couldn't be. */
  readonly health: Pick<Store<LocalHealth>, 'get' | 'subscribe'>;
  readCopy(space: string, schema: number): Promise<KeptCopy | null>;
  /** Reads a copy ahead, for a `readCopy` that follows in a moment. */
  expectCopy(space: string, schema: number): void;
  /** Writes all of it or nothing. False when another tab wrote meanwhile, or there is no room: write the whole copy. */
  writeCopy(space: string, write: CopyWrite): Promise<boolean>;
  dropCopy(space: string): Promise<void>;
  /** In the order they were made. */
  readUnsent(space: string): Promise<readonly Unsent[]>;
  /** @param replaces a client whose commands these are under new counters: those go as these come */
  keepUnsent(space: string, unsent: readonly Unsent[], replaces?: string): Promise<void>;
  forgetUnsent(space: string, decided: readonly Decided[]): Promise<void>;
  /** Spaces where something waits to be sent. */
  spacesWithUnsent(): Promise<readonly string[]>;
  readLost(space: string): Promise<readonly LostEdit[]>;
  /** Moves commands from what is to be sent to what is lost. */
  keepLost(space: string, lost: readonly LostEdit[]): Promise<void>;
  discardLost(space: string, lost: readonly Pick<LostEdit, 'c' | 'i'>[]): Promise<void>;
  close(): void;
}

export type LocalHealth = 'kept' | 'unkept';
