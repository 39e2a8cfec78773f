/** A job waits until `run_at`, runs while `locked_until` is ahead, and is deleted when done or kept when dead. */
export interface JobTable {
  readonly id: string;
  readonly kind: string;
  /** JSON. */
  readonly payload: string;
  readonly attempts: number;
  /** Epoch ms, as all instants here. */
  readonly run_at: number;
  readonly locked_until: number | null;
  /** The one claim that may end this run; a later claim replaces it. */
  readonly locked_by: string | null;
  readonly last_error: string | null;
  readonly dead_at: number | null;
  readonly created_at: number;
}

declare module '../database/tables.ts' {
  interface Tables {
    jobs: JobTable;
  }
}
